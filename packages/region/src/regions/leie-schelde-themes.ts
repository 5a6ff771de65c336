import type { Pillar, Theme } from "../definition.ts";
import { themeId } from "../slug.ts";

const theme = (id: string, name: string, pillar: Pillar): Theme => ({
  id: themeId(id),
  name,
  pillar,
});

/** What people ask about; open-ended. The pillar of each is our reading of the sources. */
export const themes: readonly Theme[] = [
  theme("itsme", "itsme", "guidance"),
  theme("mijn-burgerprofiel", "Mijn Burgerprofiel", "guidance"),
  theme("ebox", "eBox", "guidance"),
  theme("mijn-loopbaan", "Mijn Loopbaan (VDAB)", "guidance"),
  theme("vdab-account", "VDAB-account maken en berichten lezen", "guidance"),
  theme("my-pension", "My Pension", "guidance"),
  theme("tax-on-web", "Tax-on-web", "guidance"),
  theme("smartschool", "Smartschool voor ouders", "skills"),
  theme("kinderopvang", "inschrijven voor kinderopvang", "guidance"),
  theme("e-loket", "e-loket van de gemeente", "guidance"),
  theme("phishing", "phishing herkennen", "skills"),
  theme("cyberveiligheid", "cyberveiligheid", "skills"),
  theme("online-kopen", "online kopen en verkopen", "skills"),
  theme("basis-pc", "basis computer en laptop", "skills"),
  theme("basis-tablet", "basis tablet", "skills"),
  theme("basis-smartphone", "basis smartphone", "skills"),
  theme("e-tools", "een nieuw programma of toestel opstarten en instellen", "skills"),
  theme("digidokter", "software installeren op het eigen toestel (Digidokter)", "guidance"),
  theme("opzoeken", "opzoeken: openbaar vervoer, adres, openingsuren", "skills"),
  theme("traject", "ondersteuning in een traject naar activering, opleiding of werk", "guidance"),
  theme("whatsapp", "WhatsApp", "skills"),
  theme("e-mail", "e-mail", "skills"),
  theme("woning-zoeken", "online een woning zoeken", "guidance"),
  theme("online-bankieren", "online bankieren", "guidance"),
  theme("sociaal-internettarief", "sociaal internettarief", "access"),
  theme("interim-app", "interim-app: contract tekenen en loonbrief ontvangen", "guidance"),
  theme("toestel-lenen", "een toestel lenen", "access"),
];
