import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './journal-mail.en.ts'

export const pt = {
  title: 'Anotar a partir de um e-mail',
  lead: 'Salve o e-mail como arquivo .eml no seu programa e escolha-o aqui, ou solte-o sobre o campo. Ele vira um registro interno do diário, que você revisa em seguida.',
  file: 'O e-mail (.eml)',
  attachments: 'Anexos',
  keep: 'Guardá-los como documentos',
  button: 'Usar o e-mail',
  noSubject: 'E-mail sem assunto',
  known: 'Este e-mail já está no diário: aqui está.',
  taken: 'O e-mail agora é um registro interno do diário. Revise-o antes de mostrá-lo a mais pessoas.',
  unknown: count =>
    plural('pt', count, {
      one: 'Um endereço não é de nenhum contato: não foi guardado.',
      other: '# endereços não são de nenhum contato: não foram guardados.',
    }),
  kept: count =>
    plural('pt', count, {
      one: 'Um anexo foi guardado como documento.',
      other: '# anexos foram guardados como documentos.',
    }),
  notKept: count =>
    plural('pt', count, {
      one: 'Um anexo não foi guardado: programas, arquivos compactados e documentos com macros não são aceitos.',
      other: '# anexos não foram guardados: programas, arquivos compactados e documentos com macros não são aceitos.',
    }),
  errors: {
    missing: 'Escolha o arquivo de um e-mail.',
    tooLarge: most => `Este e-mail passa de ${most}. Anote-o à mão e acrescente os anexos como documentos.`,
    damaged: 'Não é um e-mail que se possa ler. No seu programa, salve a própria mensagem como arquivo .eml.',
    tooMuch: 'Ler este e-mail exige mais memória ou tempo do que o permitido. Anote-o à mão.',
  },
} satisfies Messages<typeof en>
