import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { showLetters } from './letters.tsx'
import { officeLetter, ownLetter } from './pdf.ts'
import { askWithdraw, sendLetters, sendWithdraw } from './send.tsx'

export const lettersRoutes: Route[] = [
  get('/:l/me/:token/letter.pdf', 'link', ownLetter),
  get('/:l/desk/seminars/:slug/letters', 'office', showLetters),
  post('/:l/desk/seminars/:slug/letters', 'office', sendLetters),
  get('/:l/desk/seminars/:slug/letters/:file', 'office', officeLetter),
  get('/:l/desk/seminars/:slug/letters/:id/withdraw', 'office', askWithdraw),
  post('/:l/desk/seminars/:slug/letters/:id/withdraw', 'office', sendWithdraw),
]
