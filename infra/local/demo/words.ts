export type Subject = {
  theme: string;
  /** How often somebody asks about it, next to the others. */
  often: number;
  /** Months in which it is asked about four times as often; 1 is January. */
  months?: readonly number[];
  words: readonly string[];
};

/** What people ask the desk, in words as they say them; none of them says anything of a real person. */
export const SUBJECTS: readonly Subject[] = [
  {
    theme: "itsme",
    often: 9,
    words: [
      "Ik krijg itsme niet aan de praat op mijn nieuwe telefoon.",
      "Itsme vraagt mijn kaart opnieuw. Ik weet niet hoe dat moet.",
      "Mijn dochter deed altijd itsme voor mij. Ik wil het zelf kunnen.",
    ],
  },
  {
    theme: "mijn-burgerprofiel",
    often: 4,
    words: [
      "Ik wil op Mijn Burgerprofiel mijn premie bekijken.",
      "Waar zie ik wat de gemeente over mij bijhoudt?",
    ],
  },
  {
    theme: "ebox",
    often: 4,
    words: [
      "Er zou een brief in mijn eBox zitten. Ik vind hem niet.",
      "Ik krijg geen post meer op papier. Alles zit in de eBox.",
    ],
  },
  {
    theme: "mijn-loopbaan",
    often: 4,
    words: [
      "Ik moet mijn werkervaring invullen bij Mijn Loopbaan.",
      "Mijn cv staat nog op de oude manier. Hoe zet ik het op de site?",
    ],
  },
  {
    theme: "vdab-account",
    often: 6,
    words: [
      "Ik miste een bericht van de VDAB. Ik wil leren waar ik dat lees.",
      "Ik heb een account nodig om te solliciteren.",
      "Mijn bemiddelaar stuurt berichten. Ik zie ze niet op mijn telefoon.",
    ],
  },
  {
    theme: "my-pension",
    often: 3,
    words: [
      "Wanneer mag ik met pensioen? Ze zeggen dat het op My Pension staat.",
      "Ik wil weten wat mijn pensioen wordt.",
    ],
  },
  {
    theme: "tax-on-web",
    often: 3,
    months: [5, 6, 7],
    words: [
      "Ik heb een voorstel van belasting gekregen. Klopt dat?",
      "Vroeger vulde ik mijn aangifte op papier in. Dat gaat niet meer.",
      "Ik wil mijn aangifte zelf leren nakijken.",
    ],
  },
  {
    theme: "smartschool",
    often: 3,
    months: [9, 10],
    words: [
      "De school stuurt alles via Smartschool. Ik kan niet meelezen.",
      "Hoe zie ik de punten van mijn zoon?",
    ],
  },
  {
    theme: "kinderopvang",
    often: 2,
    months: [2, 3],
    words: ["Inschrijven voor de opvang moet op het internet. Kan je mij helpen?"],
  },
  {
    theme: "e-loket",
    often: 3,
    words: [
      "Ik heb een uittreksel nodig van het loket van de gemeente.",
      "Een afspraak maken bij het gemeentehuis lukt niet.",
    ],
  },
  {
    theme: "phishing",
    often: 4,
    months: [12, 1],
    words: [
      "Ik kreeg een bericht van mijn bank. Is dat echt?",
      "Ik heb op een vreemde link gedrukt en ben ongerust.",
      "Er belt iemand over een pakje. Wat moet ik doen?",
    ],
  },
  {
    theme: "cyberveiligheid",
    often: 2,
    words: ["Ik gebruik overal hetzelfde wachtwoord. Dat mag niet, zeggen ze."],
  },
  {
    theme: "online-kopen",
    often: 2,
    months: [11, 12],
    words: [
      "Ik wil een kinderfiets tweedehands kopen.",
      "Hoe weet ik of een winkel op het internet te vertrouwen is?",
    ],
  },
  {
    theme: "basis-pc",
    often: 5,
    words: [
      "Ik heb een laptop gekregen en durf er niet aan te komen.",
      "Ik wil leren typen en een brief maken.",
      "Waar gaan mijn documenten naartoe als ik ze bewaar?",
    ],
  },
  {
    theme: "basis-tablet",
    often: 3,
    months: [1],
    words: ["Ik kreeg een tablet van mijn kleinkinderen. Waar begin ik?"],
  },
  {
    theme: "basis-smartphone",
    often: 8,
    words: [
      "Mijn telefoon is vol en ik weet niet waarmee.",
      "De letters zijn te klein. Kan dat groter?",
      "Ik wil foto's doorsturen naar mijn zus.",
    ],
  },
  {
    theme: "e-tools",
    often: 2,
    words: ["Ik moet voor de cursus een programma installeren."],
  },
  {
    theme: "digidokter",
    often: 3,
    words: [
      "Mijn computer is heel traag geworden.",
      "De printer doet niets meer sinds het nieuwe modem.",
    ],
  },
  {
    theme: "opzoeken",
    often: 3,
    words: [
      "Hoe zoek ik op wanneer de bus komt?",
      "Ik wil de openingsuren van het containerpark vinden.",
    ],
  },
  {
    theme: "traject",
    often: 3,
    words: ["Voor mijn opleiding moet ik alles op de computer doen."],
  },
  {
    theme: "whatsapp",
    often: 5,
    words: [
      "Ik wil bellen met beeld naar mijn familie.",
      "Ik zit in een groep en krijg de hele dag piepjes.",
      "Hoe zet ik iemand in mijn lijst?",
    ],
  },
  {
    theme: "e-mail",
    often: 4,
    words: ["Ik geraak niet meer in mijn mailbox.", "Hoe stuur ik een bijlage mee?"],
  },
  {
    theme: "woning-zoeken",
    often: 3,
    words: [
      "Ik zoek een kleiner appartement. Alles staat op het internet.",
      "Ik wil een bericht sturen naar een verhuurder.",
    ],
  },
  {
    theme: "online-bankieren",
    often: 5,
    words: [
      "Het bankkantoor sluit. Nu moet ik met de app werken.",
      "Ik wil een overschrijving doen zonder naar het loket te gaan.",
    ],
  },
  {
    theme: "sociaal-internettarief",
    often: 3,
    words: ["Iemand zei dat internet voor mij goedkoper kan."],
  },
  {
    theme: "interim-app",
    often: 2,
    words: ["Mijn contract staat in een app. Ik moet het daar tekenen."],
  },
  {
    theme: "toestel-lenen",
    often: 4,
    words: [
      "Kan ik een laptop lenen om te oefenen?",
      "Mijn zoon heeft een computer nodig voor school.",
    ],
  },
  { theme: "not-known", often: 2, words: ["Ik weet niet goed hoe het heet. Ik kom het tonen."] },
];

/** What somebody says who is helped in another language, by the code of that language. */
export const FOREIGN_WORDS: Readonly<Record<string, readonly string[]>> = {
  fr: ["Je n'arrive pas à me connecter.", "Je voudrais apprendre à le faire moi-même."],
  en: ["I cannot log in any more.", "I would like to learn how to do it myself."],
  ar: ["أحتاج إلى مساعدة في هاتفي.", "لا أستطيع تسجيل الدخول."],
  uk: ["Потрібна допомога з телефоном."],
  es: ["No puedo entrar en la página."],
};
