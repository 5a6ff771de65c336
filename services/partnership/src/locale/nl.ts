/** Dutch texts of the pages that the partnership serves. */
export const nl = {
  start: {
    title: "Gratis hulp met gsm, computer en internet",
    description: "Gratis hulp met je gsm, je computer en het internet. In je buurt.",
    promise: "We helpen je graag.",
    lead: "Met je gsm, je computer en het internet. Rustig en gratis. Je hoeft nog niets te kunnen.",
    waysTitle: "Wat wil je doen?",
    ways: {
      dropIn: { title: "Kom gewoon langs", line: "Zonder afspraak, in je buurt." },
      workshop: { title: "Leer iets nieuws", line: "Kies een workshop." },
      digiclub: { title: "Vind je Digiclub", line: "Alle plaatsen op een rij." },
      mail: { title: "Stel je vraag", line: "Schrijf ons een mail." },
      call: { title: "Stel je vraag", line: "Bel ons." },
    },
    doorsTitle: "Waar woon je?",
    doorsLine: "Kies je gemeente. Dan zie je wat er bij jou in de buurt is.",
    soonTitle: "Binnenkort",
    soonNone: "We kennen nu geen nieuwe momenten. Vraag ons waar je terechtkunt.",
    agenda: "Bekijk de hele agenda",
    stepsTitle: "Zo gaat het",
    steps: [
      { title: "Je komt binnen", line: "Zeg wat niet lukt. Wij luisteren." },
      { title: "We zitten naast je", line: "Jij doet het zelf. Wij tonen hoe, zo vaak als nodig." },
      { title: "Lukt het thuis niet?", line: "Kom terug. Dat is heel normaal." },
    ],
    notAloneTitle: "Je bent niet alleen",
    notAlone: "4 op de 10 mensen vinden computers en internet moeilijk.",
    notAloneSource: "Barometer Digitale Inclusie, 2024",
    knowTitle: "Goed om te weten",
    know: [
      "Alles is gratis.",
      "Je hebt geen e-mail en geen itsme nodig.",
      "We vragen nooit je wachtwoord of je pincode.",
      "We geven je naam niet door als jij dat niet wil.",
    ],
  },
  digiclubs: {
    title: "Digiclubs",
    description: "Alle Digiclubs per gemeente, en wanneer je er terechtkunt.",
    lead: "Een Digiclub is een plaats waar iemand naast je komt zitten. Alles is gratis.",
    titleIn: (municipality: string) => `Digiclubs in ${municipality}`,
    doorsTitle: "Kies je gemeente",
    all: "Toon alle Digiclubs",
    filters: "Gekozen gemeente",
    takeAway: "toon alle gemeenten",
    next: "Volgende keer:",
    hoursFollow: "Uren volgen",
    hoursFollowMail:
      "Staat er ‘uren volgen’? Dan kennen we de uren nog niet. Mail ons. We zoeken het voor je uit.",
    hoursFollowCall:
      "Staat er ‘uren volgen’? Dan kennen we de uren nog niet. Bel ons. We zoeken het voor je uit.",
    spoken: "alle momenten",
  },
  accessibility: {
    title: "Toegankelijkheid",
    description: "Hoe toegankelijk deze site is, en hoe je een probleem meldt.",
    lead: "Iedereen moet deze site kunnen gebruiken. Lukt het jou niet? Laat het ons weten.",
    who: {
      title: "Toegankelijkheidsverklaring",
      lines: (coordinator: string, region: string) => [
        `${coordinator} wil dat iedereen de site van ${region} kan gebruiken. Zo vraagt ook het Bestuursdecreet van 7 december 2018 (artikel II.16).`,
        "Deze verklaring gaat over alle bladzijden van deze site, ook die voor medewerkers.",
      ],
    },
    status: {
      title: "Hoe ver staan we?",
      state: "Deze site volgt de regels gedeeltelijk. Niemand van buiten heeft dat al nagekeken.",
      lines: [
        "De regels heten WCAG, versie 2.1, niveau AA. Wij mikken op versie 2.2, niveau AA. Die is strenger.",
      ],
    },
    tested: {
      title: "Wat hebben we getest?",
      items: [
        "Elke bladzijde met axe, een programma dat fouten zoekt: op een gsm en op een groot scherm.",
        "Of alles werkt zonder muis, zonder JavaScript en met grote letters.",
        "Of de kleuren genoeg verschillen.",
      ],
    },
    untested: {
      title: "Wat weten we nog niet?",
      items: [
        "Of de site duidelijk is voor mensen die moeilijk lezen. We hebben het hen nog niet gevraagd.",
        "Of de site vlot werkt met een schermlezer.",
        "Of alles goed staat op een heel oude gsm.",
        "De site bestaat alleen in het Nederlands.",
      ],
    },
    report: {
      title: "Lukt er iets niet?",
      line: "Zeg ons op welke bladzijde het was, en wat er misging. We zoeken een oplossing. Heb je de informatie nu nodig? Dan geven we ze je op een andere manier.",
    },
    complaint: {
      title: "Ben je niet tevreden met ons antwoord?",
      line: "Dan kun je klacht indienen bij de Vlaamse Ombudsdienst. Dat is gratis.",
      name: "Vlaamse Ombudsdienst",
      street: "Leuvenseweg 86",
      town: "1000 Brussel",
      phoneLabel: "Telefoon:",
      phone: "1700",
      mailLabel: "Mail:",
      mail: "klachten@vlaamseombudsdienst.be",
      siteLabel: "Site:",
      site: "https://www.vlaamseombudsdienst.be",
      siteName: "vlaamseombudsdienst.be",
    },
    made: {
      title: "Over deze verklaring",
      line: (date: string) =>
        `We schreven deze verklaring op ${date}. Ze steunt op onze eigen tests. We passen ze aan als de site verandert.`,
    },
  },
  privacy: {
    title: "Privacy",
    description: "Wat we over jou bewaren, en waarom.",
    lead: "Je kunt hier rondkijken zonder dat we weten wie je bent.",
    never: {
      title: "Wat we niet doen",
      items: [
        "De openbare bladzijden zetten geen cookies en vragen je naam niet.",
        "Er is geen reclame en niemand kijkt mee wat je leest.",
        "We vragen nooit je wachtwoord, je pincode of je rijksregisternummer. We bewaren ze ook niet.",
        "Kom je langs zonder je naam te zeggen? Dan tellen we alleen dat er iemand was.",
      ],
    },
    kept: {
      title: "Wat we wel bewaren",
      lines: [
        "Vraag je hulp bij een Digiclub of bij je gemeente? Dan schrijven we op: je naam, hoe we je bereiken, je taal en je vraag. Je geboortejaar zeg je alleen als je dat wil.",
        "We schrijven ook op wat je goedvindt. Zeg je nee? Dan helpen we je evengoed.",
        "Plannen we je in? Dan bewaren we wanneer, en of je er was.",
        "Alleen medewerkers van je eigen gemeente zien dat. Bracht een organisatie je bij ons? Dan ziet zij alleen hoe het met je vraag staat. Elke keer dat iemand je gegevens opent, schrijven we dat op.",
        "Onze computers schrijven op dat een bladzijde gevraagd is, en of dat lukte. Zo vinden we fouten. Daar staat geen IP-adres bij en geen naam.",
        "Medewerkers melden zich aan. Dan zetten we cookies die onthouden wie er werkt, tot ze zich afmelden.",
      ],
    },
    where: {
      title: "Waar staat deze site?",
      lines: ["Op computers in de Europese Unie."],
    },
    mail: {
      title: "Mail je ons?",
      lines: [
        "Dan lezen we je mailadres en wat je schrijft, om je te antwoorden. Schrijf geen wachtwoord, pincode of rijksregisternummer in je mail.",
      ],
    },
    today: {
      title: "Dit geldt vandaag",
      lines: [
        "Deze tekst gaat over wat de site nu doet. Hoelang we alles bewaren, leggen de gemeenten nog vast. Wil je dat we iets verbeteren of wissen? Vraag het ons.",
      ],
    },
    ask: {
      title: "Heb je een vraag over je gegevens?",
      line: (coordinator: string) => `Vraag het aan ${coordinator}.`,
    },
  },
};

export type Texts = typeof nl;
