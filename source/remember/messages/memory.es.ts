import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory.en.ts'

export const es = {
  kinds: { territory: 'Memoria de un territorio', network: 'Memoria de una red' },
  doors: 'Lo que se guarda en la memoria',
  here: section => `En esta memoria: ${section}`,
  fictitious: {
    territory: 'Este territorio es imaginario, como todo lo que se cuenta de él.',
    network: 'Esta red es imaginaria, como todo lo que se cuenta de ella.',
  },
  sections: {
    relationships: 'Relaciones',
    journal: 'Bitácora',
    projects: 'Proyectos',
    actors: 'Socios y personas',
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
  contacts: 'Personas',
  circles: { 0: 'Interno', 1: 'Red', 2: 'Público' },
  inItsLanguage: 'Lo que todavía no está en español figura en su idioma.',
} satisfies Messages<typeof en>
