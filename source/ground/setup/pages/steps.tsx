import type { Child } from 'hono/jsx'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { setupWords } from '#ground/languages/messages/setup.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { countWhatIsThere, hasTestedMail, type Installation, readInstallation } from '../store/installation.ts'

export const setupPath = (visit: Visit, step = '') => `/${visit.locale}/setup${step === '' ? '' : `/${step}`}`
export const wordsFor = (visit: Visit) => setupWords[visit.locale]

/** The steps, in their order; each but the first is a page. */
export const steps = ['you', 'network', 'look', 'mail', 'seminar'] as const
export type Step = (typeof steps)[number]

export type Progress = { installation: Installation; done: ReadonlySet<Step> }

/** What of the first visit is done, worked out from what is there: nothing has to be ticked. */
export async function progressOf(visit: Visit): Promise<Progress> {
  return as(visit.house.db, visit.actor, async tx => {
    const installation = await readInstallation(tx)
    const there = await countWhatIsThere(tx)
    const done: [Step, boolean][] = [
      ['you', true],
      ['network', there.networks > 0],
      ['look', installation.name !== null || installation.accent !== null],
      ['mail', await hasTestedMail(tx)],
      ['seminar', there.seminars > 0],
    ]
    return { installation, done: new Set(done.filter(([, is]) => is).map(([step]) => step)) }
  })
}

/** The step that comes after one, as an address; the last leads to the overview. */
export function after(visit: Visit, step: Step): string {
  const next = steps[steps.indexOf(step) + 1]
  return setupPath(visit, next ?? '')
}

/** A page of the first visit. */
export function setupPage(
  visit: Visit,
  about: { title: string; lead: string; status?: number; head?: Child },
  children: Child,
): Promise<Response> {
  const words = wordsFor(visit)
  const status = about.status ?? 200
  return page(
    visit,
    layout(
      visit,
      {
        title: about.title,
        office: true,
        failed: status === 422,
        breadcrumb: [{ label: words.title, href: setupPath(visit) }, { label: about.title }],
        ...(about.head ? { head: about.head } : {}),
      },
      <div class="stack measure">
        <PageHead title={about.title} lead={about.lead} />
        {children}
      </div>,
    ),
    status,
  )
}
