import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-tell.en.ts'

export const pt = {
  title: 'Avisar das mudanças',
  lead: 'As pessoas inscritas e as que estão no programa recebem um único aviso do que muda para elas: quando e onde estar, e o que acontece ali. Uma correção ou uma tradução, por si só, não justifica um e-mail.',
  mayNot: 'Só quem pode modificar este seminário vê esta página.',
  mayNotTell: 'Isto é o que seria comunicado. Só quem cuida também das inscrições deste seminário pode enviar.',
  notNow: {
    title: 'Não há nada a comunicar agora',
    draft: 'O seminário é um rascunho: ninguém conhece ainda o seu programa.',
    over: 'O seminário já passou.',
    postponed: 'O seminário está adiado: primeiro se avisa da nova data, com o programa desse dia.',
    cancelled: 'O seminário está cancelado.',
  },
  noVersion: {
    title: 'Nenhum programa foi publicado ainda',
    text: 'Quando uma versão for publicada e depois outra diferente, você avisará dela aqui.',
  },
  nobody: {
    title: 'Não há quem avisar',
    text: 'As pessoas inscritas e as que estão no programa já sabem tudo o que lhes diz respeito.',
  },
  toProgramme: 'O programa: rascunho e versões',
  who: 'Quem é avisado, e de quê',
  people: people =>
    plural('pt', people, {
      one: '# pessoa receberia um e-mail com o que muda na última versão.',
      other: '# pessoas receberiam um e-mail cada uma com o que muda na última versão.',
      many: '# de pessoas receberiam um e-mail cada uma com o que muda na última versão.',
    }),
  group: (people, version) =>
    plural('pt', people, {
      one: `# pessoa conhecia até agora “${version}”`,
      other: `# pessoas conheciam até agora “${version}”`,
      many: `# de pessoas conheciam até agora “${version}”`,
    }),
  groupOfNone: people =>
    plural('pt', people, {
      one: '# pessoa se inscreveu antes de haver programa',
      other: '# pessoas se inscreveram antes de haver programa',
      many: '# de pessoas se inscreveram antes de haver programa',
    }),
  hours: city => `Os horários são os de ${city}.`,
  readMail: 'Ver o e-mail que vão receber',
  onProgramme: people =>
    plural('pt', people, {
      one: '# pessoa do programa é avisada só dos próprios blocos',
      other: '# pessoas do programa são avisadas só dos próprios blocos',
      many: '# de pessoas do programa são avisadas só dos próprios blocos',
    }),
  onProgrammeText:
    'Moderação, intervenções e painéis: as pessoas convidadas por e-mail e que não declinaram. Quem também tem inscrição recebe o e-mail das pessoas inscritas, em que os seus blocos são assinalados, e nenhum outro.',
  unasked: people =>
    plural('pt', people, {
      one: '# pessoa do programa não é avisada',
      other: '# pessoas do programa não são avisadas',
      many: '# de pessoas do programa não são avisadas',
    }),
  unaskedText:
    'Os blocos delas mudaram, mas ninguém lhes escreveu ainda: por um e-mail sobre mudanças ficariam sabendo que estão no programa. Faça primeiro o convite.',
  toPanel: 'Convidar as pessoas do programa',
  mail: 'O e-mail, tal como vai sair',
  mailOf: (language, people) =>
    plural('pt', people, {
      one: `Em ${language}: # pessoa`,
      other: `Em ${language}: # pessoas`,
      many: `Em ${language}: # de pessoas`,
    }),
  mailOnProgramme: language => `A uma pessoa do programa, em ${language}`,
  attached: names => `Arquivo anexo: ${names}`,
  add: 'Acrescentar algumas palavras e enviar',
  note: language => `O que você quer acrescentar, em ${language}`,
  noteHint: 'Uma ou duas frases, por exemplo o motivo. Elas aparecem no e-mail como você as escreve aqui.',
  noteOther: language => `Onde faltar, as pessoas leem em ${language}.`,
  look: 'Ver o e-mail com o que acrescentei',
  test: 'Enviar-me um teste',
  tell: people =>
    plural('pt', people, { one: 'Avisar # pessoa', other: 'Avisar # pessoas', many: 'Avisar # de pessoas' }),
  tested: language => `Um teste em ${language} está a caminho de você. Ninguém mais foi avisado.`,
  looked: 'Este é o e-mail com o que você acrescentou. Nada foi enviado ainda.',
  changed:
    'Nada foi enviado: o e-mail não é o que você tinha diante de si. Aqui está como sairia agora; o que você escreveu foi mantido.',
  stale:
    'Nada foi enviado: outra versão foi publicada desde que você abriu a página. Isto é o que seria comunicado agora; o que você escreveu foi mantido.',
  already: 'Todas as pessoas já foram avisadas desta versão: ninguém é avisado duas vezes.',
  told: people =>
    plural('pt', people, {
      one: '# pessoa é avisada.',
      other: '# pessoas são avisadas.',
      many: '# de pessoas são avisadas.',
    }),
  log: {
    title: 'O que foi comunicado',
    when: 'Quando',
    version: 'Até qual versão',
    note: 'O que foi acrescentado',
    toAdd: 'O que será acrescentado',
    people: 'Pessoas',
    none: 'Nada foi comunicado ainda',
    noneText: 'Cada versão de que você avisa fica anotada aqui, com o número de pessoas a quem se escreveu.',
    noNote: 'nada',
  },
  inLog: 'Aviso de uma versão do programa',
  errors: {
    tooLong: '2.000 caracteres no máximo',
    source: 'Escreva também no idioma do seminário: quem lê outro o encontra ali',
  },
  mails: {
    names: { registrants: 'Mudanças no programa', onProgramme: 'Mudanças, para as pessoas do programa' },
    subject: seminar => `Mudanças no programa: ${seminar}`,
    intro: seminar =>
      `O programa de “${seminar}” mudou desde a última vez que você soube dele. Isto é o que muda para você.`,
    firstSubject: seminar => `O programa foi publicado: ${seminar}`,
    firstIntro: seminar => `O programa de “${seminar}” foi publicado depois da sua inscrição.`,
    onProgrammeSubject: seminar => `Mudanças nos seus blocos: ${seminar}`,
    onProgrammeIntro: seminar => `Você está no programa de “${seminar}”, que mudou. Isto é o que muda nos seus blocos.`,
    line: (label, text) => `${label}: ${text}`,
    change: (now, before) => `${now} (antes: ${before})`,
    onIt: slot => `${slot} (você participa aqui)`,
    inLanguage: (text, language) => `${text} (em ${language})`,
    note: text => `O que a equipe organizadora acrescenta:\n${text}`,
    noteIn: (language, text) => `O que a equipe organizadora acrescenta (em ${language}):\n${text}`,
    calendar: 'O arquivo anexo atualiza estes blocos na sua agenda.',
    all: address => `Todas as mudanças, com os textos:\n${address}`,
    programme: address => `O programa completo:\n${address}`,
    seeProgramme: 'Ver o programa',
    why: seminar => `Você recebe este e-mail porque está no programa de “${seminar}”.`,
  },
} satisfies Messages<typeof en>
