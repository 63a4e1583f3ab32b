export const en = {
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody should be able to read, register and work here. This is what we have done, and what we do not know yet.',
    aim: 'What we aim at',
    aimText: [
      'Every page is meant to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.',
      'Every page works without JavaScript, with the keyboard alone, at a width of 320 pixels and enlarged to 400 %. Nothing is told by colour alone. Each page is one language, and texts in another are marked.',
    ],
    tested: 'What was tested',
    testedItems: [
      'each page by a program (axe), on a wide light screen and on a narrow dark one, in the four languages in turn, every time the software changes',
      'the correctness of the HTML of each page, by a program',
      'registration, without JavaScript and with the keyboard alone, every time the software changes',
      'the order of the keyboard, the error messages and the look of each page, by those who wrote the software',
    ],
    notTested: 'What was not',
    notTestedItems: [
      'no test yet by people with disabilities, nor with the screen readers and voice programs that they use',
      'no audit by somebody from outside',
      'documents and pictures added by those who use this site: we cannot answer for them',
    ],
    report: 'Something stops you?',
    reportText:
      'Tell us which page and what you were trying to do: write to the contact address shown on the page of the seminar. If you cannot register here, write there too; somebody will do it with you.',
    writeTo: (address: string) => `You can also write to the people who run this site: ${address}`,
  },
  privacy: {
    title: 'Personal data',
    lead: 'What is kept about you here, where, for how long, and what you can ask.',
    kept: 'What is kept',
    keptItems: [
      'If you register: your name, address, telephone if you give it, organisation, country, language, category, what you consented to and the exact words of it, and what became of your registration.',
      'If you work here: your name, address and language, the access rights you were given, by whom and why, and what you changed and when.',
      'Mails sent to you are kept without your name or their words: both are put together anew when somebody looks.',
      'Logs hold the kind of page and the time, and neither your name nor your network address. To keep out floods of requests, your network address stays in memory for some minutes and is not written down.',
    ],
    where: 'Where',
    whereText: [
      'On the server of the organisation that runs this site and in its backups, nowhere else. No other company takes part: no audience measurement, no advertising, no fonts or pictures from elsewhere.',
      'Your name and address stand in one single place of the database; everything else refers to it.',
    ],
    long: 'How long',
    longItems: [
      'A registration: as long as the registration form said when you agreed to it.',
      'A sign-in link: 30 minutes. A session: two weeks after its last use, three months at most.',
      'A backup made before your data was erased holds it until that backup is itself deleted, twelve months later at most.',
      'The history of who changed what is kept without an end, by number and without names: once your data is erased, it leads to nobody.',
    ],
    offices: 'People we work with, elected members and public posts',
    officesText: [
      'The territories and networks on this site keep in memory with whom they work: who held which post and when, who took part in a meeting or a mission, what was promised. You may be named there without having registered: the office of the territory wrote it down, or brought it in from its own files or mails.',
    ],
    officesItems: [
      'Why it is lawful: this memory is part of the public task of a local government (GDPR, article 6, paragraph 1, e). The names of those who hold or held a public office are kept as archives in the public interest (articles 17, paragraph 3, d, and 89), or under the law of your country that says the same.',
      'What is public: of somebody who holds or held a public office, the name, the office and its dates, where the territory chose to show that line. The name of anybody else, and everybody’s addresses and telephones, are seen only by those who work for that territory.',
      'How long: what is kept of a person, until the office removes it; somebody not heard of for two years is pointed out to the office. Once removed, address, telephone and languages go for good, and the name too; the name and the dates of a public office alone stay, for history. A mail brought in by the office and not written down: 14 days.',
      'To see, correct or object: write to the office of the territory that keeps the line, or to those who run this site. A wrong name, post or date is corrected; that an earlier version stood there stays in the history, where names are not kept.',
    ],
    rights: 'What you can ask',
    rightsText: [
      'To see what is kept about you, to correct it, to have it erased, to take back a consent. Your personal link, in the mail that confirmed your registration, shows your registration; for the rest, write to the contact address on the page of the seminar.',
      'When you are erased, your name, address and telephone disappear; figures, such as how many people came, remain.',
      'If the answer does not satisfy you, you can turn to the data protection authority of your country.',
    ],
    cookies: 'Cookies and what your browser keeps',
    cookiesText: 'Two cookies, both needed, neither used to follow anybody, which is why we do not ask:',
    cookiesItems: [
      'perenne_session: that you are signed in; only if you sign in, until you sign out or the session ends',
      'perenne_flash: the message that the next page shows you; one minute at most',
      'Kept on your own device alone, and only when you choose it: your slots of a programme (perenne:programme:…), and that you want its hours in your own time zone (perenne:zone). Nothing of it reaches us.',
    ],
  },
}
