import type { LogWords, Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { journalMailWords } from '../messages/journal-mail.ts'
import {
  sendCommitmentRemoval,
  sendReopening,
  sendSettlement,
  showCommitment,
  showCommitmentRemoval,
} from './pages/commitment.tsx'
import { sendCommitmentForm, showCommitmentForm } from './pages/commitment-form.tsx'
import { showCommitments } from './pages/commitments.tsx'
import { sendRemoval, showInteraction, showRemoval } from './pages/interaction.tsx'
import { sendInteractionForm, showInteractionForm } from './pages/interaction-form.tsx'
import { showJournal } from './pages/journal.tsx'
import { mailBodyLimit, sendMailForm, showMailForm } from './pages/mail.tsx'
import { sendMailDraft, showMailDraft } from './pages/mail-draft.tsx'
import { sendDrop, showDrop } from './pages/mail-drafts.tsx'
import { sendShortForm, showShortForm } from './pages/write-down.tsx'

export { journalJobs } from './acts/jobs.ts'

const journal = '/:l/territories/:slug/journal'
const commitments = '/:l/territories/:slug/commitments'

export const journalRoutes: Route[] = [
  get(journal, 'everyone', showJournal),
  get(`${journal}/new`, 'office', showShortForm),
  post(`${journal}/new`, 'office', sendShortForm),
  get(`${journal}/mail`, 'office', showMailForm),
  post(`${journal}/mail`, 'office', sendMailForm, { bodyLimit: mailBodyLimit }),
  get(`${journal}/mail/:draft`, 'office', showMailDraft),
  post(`${journal}/mail/:draft`, 'office', sendMailDraft),
  get(`${journal}/mail/:draft/drop`, 'office', showDrop),
  post(`${journal}/mail/:draft/drop`, 'office', sendDrop),
  get(`${journal}/:id`, 'everyone', showInteraction),
  get(`${journal}/:id/edit`, 'office', showInteractionForm),
  post(`${journal}/:id/edit`, 'office', sendInteractionForm),
  get(`${journal}/:id/remove`, 'office', showRemoval),
  post(`${journal}/:id/remove`, 'office', sendRemoval('remove')),
  post(`${journal}/:id/undo`, 'office', sendRemoval('undo')),
  get(commitments, 'everyone', showCommitments),
  get(`${commitments}/new`, 'office', showCommitmentForm(true)),
  post(`${commitments}/new`, 'office', sendCommitmentForm(true)),
  get(`${commitments}/:id`, 'everyone', showCommitment),
  get(`${commitments}/:id/edit`, 'office', showCommitmentForm(false)),
  post(`${commitments}/:id/edit`, 'office', sendCommitmentForm(false)),
  post(`${commitments}/:id/settle`, 'office', sendSettlement),
  post(`${commitments}/:id/reopen`, 'office', sendReopening),
  get(`${commitments}/:id/remove`, 'office', showCommitmentRemoval),
  post(`${commitments}/:id/remove`, 'office', sendCommitmentRemoval),
]

const drafts = (detail: Record<string, unknown>) => Number(detail.drafts ?? 0)

/** How mails that went by themselves are told. */
export const journalLog: LogWords = {
  noted: {
    'mail-drafts-forgotten': {
      part: 'memory',
      say: (locale, detail) => journalMailWords[locale].log.forgotten(drafts(detail)),
    },
    'mail-drafts-erased': {
      part: 'memory',
      say: (locale, detail) => journalMailWords[locale].log.erased(drafts(detail)),
    },
  },
}
