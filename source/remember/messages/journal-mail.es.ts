import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './journal-mail.en.ts'

export const es = {
  title: 'Anotar a partir de un correo',
  lead: 'Guarde el correo como archivo .eml en su programa de correo y elíjalo aquí, o suéltelo sobre el campo. Se convierte en una entrada interna de la bitácora, que usted revisa a continuación.',
  file: 'El correo (.eml)',
  attachments: 'Archivos adjuntos',
  keep: 'Conservarlos como documentos',
  button: 'Tomar el correo',
  noSubject: 'Correo sin asunto',
  known: 'Este correo ya está en la bitácora: aquí está.',
  taken: 'El correo es ahora una entrada interna de la bitácora. Revísela antes de mostrarla a más personas.',
  unknown: count =>
    plural('es', count, {
      one: 'Una dirección no es de ningún contacto: no se conservó.',
      other: '# direcciones no son de ningún contacto: no se conservaron.',
    }),
  kept: count =>
    plural('es', count, {
      one: 'Un archivo adjunto se conserva como documento.',
      other: '# archivos adjuntos se conservan como documentos.',
    }),
  notKept: count =>
    plural('es', count, {
      one: 'Un archivo adjunto no se conservó: no se aceptan programas, archivos comprimidos ni documentos con macros.',
      other:
        '# archivos adjuntos no se conservaron: no se aceptan programas, archivos comprimidos ni documentos con macros.',
    }),
  errors: {
    missing: 'Elija el archivo de un correo.',
    tooLarge: most => `Este correo supera ${most}. Anótelo a mano y agregue los adjuntos como documentos.`,
    damaged: 'No es un correo que se pueda leer. En su programa de correo, guarde el propio mensaje como archivo .eml.',
    tooMuch: 'Leer este correo exige más memoria o tiempo de lo permitido. Anótelo a mano.',
  },
} satisfies Messages<typeof en>
