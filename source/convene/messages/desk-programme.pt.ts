import type { Messages } from '#ground/languages/say.ts'
import type { en } from './desk-programme.en.ts'

export const pt: Messages<typeof en> = {
  part: 'O programa',
  slots: {
    label: 'Blocos',
    text: 'Quem faz o quê e quando: títulos, temas, moderação, salas, documentos.',
  },
  timetable: {
    label: 'Grade de horários',
    text: 'Todas as horas lado a lado; mova um bloco e veja logo o que se sobrepõe.',
  },
  languages: {
    label: 'Idiomas do programa',
    text: 'Traduzir ao lado do original, publicar um idioma mais tarde.',
  },
  tell: {
    label: 'Avisar das mudanças',
    text: 'O que mudou desde o último aviso e o e-mail que conta isso.',
  },
}
