import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { seminarSlug } from './story-kit.ts'

/** The provisional programme with its four defects mended: invented, as the notice of the demonstration says. */
function mended(file: SeminarFile): SeminarFile {
  const changes: Record<string, Partial<SeminarFile['programme']['slots'][number]>> = {
    // Part I begins when the introduction is over.
    'part-1': { from: '10:00' },
    // Parts I and II can be told apart.
    'part-2': {
      title: {
        fr: 'Capitalisation et vision prospective de l’internationalisation du territoire',
        es: 'Capitalización y visión prospectiva de la internacionalización del territorio',
        pt: 'Capitalização e visão prospectiva da internacionalização do território',
        en: 'Capitalising on experience and looking ahead: the territory’s internationalisation',
      },
    },
    // Lunch lasts until Part III begins.
    lunch: { to: '15:00' },
  }
  return {
    ...file,
    // The announced hours hold the closing too.
    hours: { ...file.hours, to: '17:15' },
    programme: {
      ...file.programme,
      slots: file.programme.slots.map(slot => ({ ...slot, ...changes[slot.key] })),
    },
  }
}

/** Mends the draft and releases it as final, as an organiser does. */
export async function releaseFinalProgramme(house: House, organiser: Actor): Promise<void> {
  const now = async () => {
    const found = await as(house.db, organiser, tx => seminarAsFile(tx, seminarSlug))
    if (!found) throw new Error('the demo has lost its seminar')
    return found.file
  }
  const changed = await changeSeminar(house, organiser, seminarSlug, versionOf(await now()), mended)
  if (changed.outcome !== 'changed') throw new Error(`the programme was not mended: ${JSON.stringify(changed)}`)
  const released = await releaseProgramme(house, organiser, seminarSlug, versionOf(programmePart(await now())), {
    name: { fr: 'Programme définitif', es: 'Programa definitivo', pt: 'Programa definitivo', en: 'Final programme' },
    provisional: false,
    note: {
      fr: 'La Partie I commence à la fin de l’introduction, le déjeuner dure jusqu’à 15 h et la Partie II porte son propre titre.',
      es: 'La Parte I comienza al terminar la introducción, el almuerzo dura hasta las 15:00 y la Parte II lleva su propio título.',
      pt: 'A Parte I começa ao fim da introdução, o almoço vai até as 15h e a Parte II tem título próprio.',
      en: 'Part I begins when the introduction ends, lunch lasts until 15:00, and Part II has a title of its own.',
    },
    languages: ['fr', 'es', 'pt', 'en'],
  })
  if (released.outcome !== 'released') throw new Error(`the final programme was not released: ${released.outcome}`)
}
