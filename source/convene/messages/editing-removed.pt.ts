import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './editing-removed.en.ts'

export const pt = {
  title: 'Removido do rascunho',
  lead: 'O que está aqui pode voltar como estava.',
  rooms: 'Salas removidas',
  columns: { what: 'O quê', when: 'Quando', by: 'Por', back: 'Trazer de volta' },
  button: 'Trazer de volta',
  undo: name => `Trazer “${name}” de volta`,
  program: 'O sistema',
  somebody: 'Uma pessoa',
  done: name => `“${name}” está de novo no rascunho.`,
  lost: {
    room: 'Sua sala já não existe: ele não está em nenhuma sala.',
    day: 'Seu dia já não está no programa: ele está agora no primeiro dia.',
    person: 'Uma pessoa que participava já não está no programa, nem aqui.',
    organisation: 'Uma organização que ele nomeava já não é conhecida e não figura mais aqui.',
  },
  slotsAgain: count => plural('pt', count, { one: '# bloco está nela.', other: '# blocos estão nela.' }),
  gone: 'Já não há nada com esse nome para trazer de volta. A lista abaixo está atualizada.',
  there: 'Já está no rascunho.',
  refused: sentence => `Não é possível trazê-lo de volta como estava. ${sentence}`,
} satisfies Messages<typeof en>
