import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory.en.ts'

export const pt = {
  kinds: { territory: 'Memória de um território', network: 'Memória de uma rede' },
  doors: 'O que se guarda na memória',
  here: section => `Nesta memória: ${section}`,
  fictitious: {
    territory: 'Este território é imaginário, assim como tudo o que se conta dele.',
    network: 'Esta rede é imaginária, assim como tudo o que se conta dela.',
  },
  sections: {
    relationships: 'Relações',
    journal: 'Diário',
    projects: 'Projetos',
    actors: 'Parceiros e pessoas',
    posts: 'Cargos e mandatos',
    services: 'Áreas e atores-chave',
    decisions: 'Decisões',
    documents: 'Documentos',
    notes: 'Notas',
    history: 'Histórico',
  },
  past: {
    text: day => `Você está lendo o que se sabia em ${day}.`,
    today: 'Voltar a hoje',
  },
  contacts: 'Pessoas',
  circles: { 0: 'Interno', 1: 'Rede', 2: 'Público' },
  inItsLanguage: 'O que ainda não está em português aparece no seu idioma.',
} satisfies Messages<typeof en>
