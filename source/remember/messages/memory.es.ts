import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory.en.ts'

export const es = {
  kinds: { territory: 'Memoria de un territorio', network: 'Memoria de una red' },
  doors: 'Lo que se guarda en la memoria',
  fictitious: 'Este territorio es imaginario, como todo lo que se cuenta de él.',
  sections: {
    relationships: 'Relaciones',
    journal: 'Bitácora',
    projects: 'Proyectos',
    actors: 'Socios y contactos',
    posts: 'Cargos y mandatos',
    services: 'Áreas y actores clave',
    decisions: 'Decisiones',
    documents: 'Documentos',
    notes: 'Notas',
    history: 'Historial',
  },
  past: {
    text: day => `Está leyendo lo que se sabía el ${day}.`,
    today: 'Volver a hoy',
  },
  contacts: 'Contactos',
  circles: { 0: 'Interno', 1: 'Red', 2: 'Público' },
} satisfies Messages<typeof en>
