import { type Scene, slug, type Visitor, visitors } from './scene.ts'

type Outcome = 'in' | 'sign-in' | 'refused' | 'nothing'

// Outside the territory, its keeper is who works elsewhere, unless said otherwise at the end.
const each = (...outcomes: Outcome[]) =>
  Object.fromEntries(visitors.map((visitor, index) => [visitor, outcomes[index] ?? outcomes[2]])) as Record<
    Visitor,
    Outcome
  >

// In the order of `visitors`: anonymous, nobody, elsewhere, evaluator, steward, translator, organiser, administrator, keeper.
const everybody = each('in', 'in', 'in', 'in', 'in', 'in', 'in', 'in')
const nobodyWithThisAddress = each(
  'nothing',
  'nothing',
  'nothing',
  'nothing',
  'nothing',
  'nothing',
  'nothing',
  'nothing',
)
const whoeverIsSignedIn = each('sign-in', 'in', 'in', 'in', 'in', 'in', 'in', 'in')
const ownOfNobodyHere = each('sign-in', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing')
const organisersOfAnything = each('sign-in', 'refused', 'in', 'refused', 'refused', 'refused', 'in', 'in')
const whoeverWorksHere = each('sign-in', 'refused', 'in', 'in', 'in', 'in', 'in', 'in')
const whoeverWorksOnThisSeminar = each('sign-in', 'refused', 'nothing', 'in', 'in', 'in', 'in', 'in')
const organisersOfThisSeminar = each('sign-in', 'refused', 'refused', 'refused', 'refused', 'refused', 'in', 'in')
const whoeverCountsHere = each('sign-in', 'refused', 'nothing', 'in', 'refused', 'refused', 'in', 'in')
const translatorsOfThisSeminar = each('sign-in', 'refused', 'refused', 'refused', 'refused', 'in', 'in', 'in')
const organisersForWhomItExists = each('sign-in', 'refused', 'nothing', 'nothing', 'nothing', 'nothing', 'in', 'in')
const organisersForWhomTheSeminarExists = each(
  'sign-in',
  'refused',
  'nothing',
  'refused',
  'refused',
  'refused',
  'in',
  'in',
)
const translatorsForWhomTheSeminarExists = each('sign-in', 'refused', 'nothing', 'refused', 'refused', 'in', 'in', 'in')
const organisersWithoutSuchALetter = each(
  'sign-in',
  'refused',
  'refused',
  'refused',
  'refused',
  'refused',
  'nothing',
  'nothing',
)
const organisersWithoutSuchAMailing = each(
  'sign-in',
  'refused',
  'nothing',
  'refused',
  'refused',
  'refused',
  'nothing',
  'nothing',
)
const organisersWithoutSuchAList = each(
  'sign-in',
  'refused',
  'nothing',
  'refused',
  'refused',
  'refused',
  'nothing',
  'nothing',
)
const organisersWithoutSuchAnItem = each(
  'sign-in',
  'refused',
  'nothing',
  'refused',
  'refused',
  'refused',
  'nothing',
  'nothing',
)
// By a signed link: who else one is makes no difference.
const whoeverHoldsTheLink = everybody
const administrators = each('sign-in', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'in')
// Of a memory: what is internal exists for those inside alone, for whoever administers too; only its keepers write.
const insideThisMemory = each('nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'in', 'in')
const keepersOfThisMemory = each(
  'sign-in',
  'refused',
  'nothing',
  'nothing',
  'nothing',
  'nothing',
  'nothing',
  'in',
  'in',
)
const editorsWithoutSuchAPair = each(
  'sign-in',
  'refused',
  'refused',
  'refused',
  'refused',
  'refused',
  'refused',
  'nothing',
  'nothing',
)
const editorsOfThisMemory = each(
  'sign-in',
  'refused',
  'refused',
  'refused',
  'refused',
  'refused',
  'refused',
  'in',
  'in',
)
const editorsOnceForAll = each(
  'sign-in',
  'refused',
  'refused',
  'refused',
  'refused',
  'refused',
  'refused',
  'in',
  'nothing',
)
const readersForWhomItExists = each('nothing', 'nothing', 'nothing', 'in', 'in', 'in', 'in', 'in')

/** What each kind of visitor meets at each address: written by hand, compared with what happens. */
export const expectations: Record<string, Record<Visitor, Outcome>> = {
  'GET /': everybody,
  'GET /fr': everybody,
  'GET /es': everybody,
  'GET /pt': everybody,
  'GET /en': everybody,
  'GET /:l/': everybody,
  'GET /health/live': everybody,
  'GET /health/ready': everybody,
  'GET /:l/seminars': everybody,
  'GET /:l/seminars/:slug': everybody,
  'GET /:l/seminars/:slug/programme': everybody,
  'GET /:l/seminars/:slug/programme/mine': everybody,
  'GET /:l/seminars/:slug/changes': everybody,
  'GET /:l/seminars/:slug/versions/:name': everybody,
  'GET /:l/seminars/:slug/calendar.ics': everybody,
  'GET /:l/seminars/:slug/programme.ics': everybody,
  'GET /:l/seminars/:slug/programme.pdf': everybody,
  'GET /:l/seminars/:slug/schedule.xml': everybody,
  'GET /:l/seminars/:slug/schedule.json': everybody,
  'GET /schemas/seminar.schema.json': everybody,
  'GET /:l/desk/import': organisersOfAnything,
  'POST /:l/desk/import': organisersOfAnything,
  'GET /:l/desk/seminars/:slug/seminar.yaml': organisersOfThisSeminar,
  'GET /:l/seminars/:slug/register': everybody,
  'POST /:l/seminars/:slug/register': everybody,
  'GET /:l/seminars/:slug/registered/:receipt': nobodyWithThisAddress,
  'GET /:l/me/:token': whoeverHoldsTheLink,
  'GET /:l/me/:token/change': whoeverHoldsTheLink,
  'POST /:l/me/:token/change': whoeverHoldsTheLink,
  'GET /:l/me/:token/cancel': whoeverHoldsTheLink,
  'POST /:l/me/:token/cancel': whoeverHoldsTheLink,
  'POST /:l/me/:token/accept': whoeverHoldsTheLink,
  'GET /:l/me/:token/hand-on': whoeverHoldsTheLink,
  'POST /:l/me/:token/hand-on': whoeverHoldsTheLink,
  'GET /:l/me/:token/consents': whoeverHoldsTheLink,
  'POST /:l/me/:token/consents': whoeverHoldsTheLink,
  'GET /:l/me/:token/data': whoeverHoldsTheLink,
  'GET /:l/me/:token/data.json': whoeverHoldsTheLink,
  'GET /:l/me/:token/erase': whoeverHoldsTheLink,
  'POST /:l/me/:token/erase': whoeverHoldsTheLink,
  'GET /:l/me/:token/calendar.ics': whoeverHoldsTheLink,
  'GET /:l/me/:token/qr.svg': whoeverHoldsTheLink,
  'GET /:l/me/:token/letter.pdf': nobodyWithThisAddress,
  'GET /:l/not-me/:token': whoeverHoldsTheLink,
  'POST /:l/not-me/:token': whoeverHoldsTheLink,
  'GET /:l/desk': whoeverWorksHere,
  'GET /:l/desk/seminars/new': whoeverWorksHere,
  'POST /:l/desk/seminars/new': organisersOfAnything,
  'GET /:l/desk/seminars/new/copy': organisersOfAnything,
  'GET /:l/desk/seminars/:slug/copy': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/copy': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/new/places': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/new/places': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/new/organisers': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/new/organisers': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/new/consents': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/new/consents': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/preview': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/preview': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/texts': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/texts': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/when-and-where': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/when-and-where': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/languages': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/languages': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/registration': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/registration': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/programme': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/timetable': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/timetable': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/slots/:item': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/slots/:item': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/slots/:item/remove': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/slots/:item/remove': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/slots/:item/bring-back': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/rooms/:item/bring-back': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/programme': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/programme': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/programme/tell': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/programme/tell': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/programme/documents': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/programme/documents': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/programme/languages': translatorsForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/programme/translate/:language': translatorsForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/programme/translate/:language': translatorsForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/programme/publish/:language': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/programme/publish/:language': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/checks': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/checks': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/panel': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/panel': organisersForWhomTheSeminarExists,
  // Nobody was asked: a link of another purpose opens nothing.
  'GET /:l/panel/:token': nobodyWithThisAddress,
  'POST /:l/panel/:token': nobodyWithThisAddress,
  'GET /:l/panel/:token/erase': nobodyWithThisAddress,
  'POST /:l/panel/:token/erase': nobodyWithThisAddress,
  'GET /:l/desk/seminars/:slug/edit/questions': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/questions': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/questions/:item': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/questions/:item': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/questions/:item/remove': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/questions/:item/remove': organisersWithoutSuchAnItem,
  'GET /:l/desk/seminars/:slug/edit/consents': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/consents': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/consents/:item': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/consents/:item': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/consents/:item/remove': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/consents/:item/remove': organisersWithoutSuchAnItem,
  'GET /:l/desk/seminars/:slug/edit/organisations': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/organisations': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/organisations/:item': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/organisations/:item': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/organisations/:item/remove': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/organisations/:item/remove': organisersWithoutSuchAnItem,
  'GET /:l/desk/seminars/:slug/edit/contacts': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/contacts': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/contacts/:item': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/contacts/:item': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/contacts/:item/remove': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/contacts/:item/remove': organisersWithoutSuchAnItem,
  'GET /:l/desk/seminars/:slug/edit/rooms': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/rooms': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/rooms/:item': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/rooms/:item': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/rooms/:item/remove': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/rooms/:item/remove': organisersWithoutSuchAnItem,
  'GET /:l/desk/seminars/:slug/edit/people': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/people': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/people/:item': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/people/:item': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/people/:item/remove': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/people/:item/remove': organisersWithoutSuchAnItem,
  'GET /:l/desk/seminars/:slug/edit/days': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/edit/days': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/edit/slots/:item/panel': organisersWithoutSuchAnItem,
  'POST /:l/desk/seminars/:slug/edit/slots/:item/panel': organisersWithoutSuchAnItem,
  'GET /:l/desk/seminars/:slug': whoeverWorksOnThisSeminar,
  'GET /:l/desk/seminars/:slug/registrations': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/registrations.csv': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/registrations.xlsx': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/registrations': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/registrations/:id': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/registrations/:id': organisersForWhomTheSeminarExists,
  'GET /:l/seminars/:slug/organisations': everybody,
  'GET /:l/seminars/:slug/territories': everybody,
  'GET /:l/desk/seminars/:slug/organisations': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/organisations': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/registrations/:id/change': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/registrations/:id/change': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/waiting-list': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/waiting-list': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/places': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/places/edit': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/places/edit': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/places/invitations/:id': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/places/invitations/:id': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/registrations/new': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/registrations/new': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/registrations/:id/notes': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/guests': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/guests': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/guests/template.csv': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/guests/template.xlsx': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/guests/:id': organisersWithoutSuchAList,
  'POST /:l/desk/seminars/:slug/guests/:id': organisersWithoutSuchAList,
  'GET /:l/desk/seminars/:slug/guests/:id/columns': organisersWithoutSuchAList,
  'POST /:l/desk/seminars/:slug/guests/:id/columns': organisersWithoutSuchAList,
  'GET /:l/desk/seminars/:slug/places/invitations/:id/send': organisersWithoutSuchAList,
  'POST /:l/desk/seminars/:slug/places/invitations/:id/send': organisersWithoutSuchAList,
  'GET /:l/desk/seminars/:slug/places/invitations/:id/send/:sent/erase': organisersWithoutSuchAList,
  'POST /:l/desk/seminars/:slug/places/invitations/:id/send/:sent/erase': organisersWithoutSuchAList,
  'GET /:l/invited/:token': nobodyWithThisAddress,
  'POST /:l/invited/:token': nobodyWithThisAddress,
  'GET /:l/desk/seminars/:slug/mailings': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/mailings/new': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/mailings/new': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/mailings/reminders': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/mailings/reminders': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/mailings/:id': organisersWithoutSuchAMailing,
  'POST /:l/desk/seminars/:slug/mailings/:id': organisersWithoutSuchAMailing,
  'GET /:l/desk/seminars/:slug/mailings/:id/edit': organisersWithoutSuchAMailing,
  'POST /:l/desk/seminars/:slug/mailings/:id/edit': organisersWithoutSuchAMailing,
  'GET /:l/desk/seminars/:slug/words': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/words/:template': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/words/:template': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/life': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/life/:step': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/life/:step': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/figures': whoeverCountsHere,
  'GET /:l/desk/seminars/:slug/figures.csv': whoeverCountsHere,
  'GET /:l/desk/seminars/:slug/territories': organisersForWhomTheSeminarExists,
  'POST /:l/desk/seminars/:slug/territories': organisersForWhomTheSeminarExists,
  'GET /:l/desk/seminars/:slug/letters': organisersOfThisSeminar,
  'POST /:l/desk/seminars/:slug/letters': organisersOfThisSeminar,
  'GET /:l/desk/seminars/:slug/letters/:file': organisersWithoutSuchALetter,
  'GET /:l/desk/seminars/:slug/letters/:id/withdraw': organisersWithoutSuchALetter,
  'POST /:l/desk/seminars/:slug/letters/:id/withdraw': organisersWithoutSuchALetter,
  'GET /:l/desk/seminars/:slug/retention': organisersOfThisSeminar,
  'POST /api/v1/seminars/:slug/registrations': everybody,
  'GET /api/v1/seminars/:slug/places': everybody,
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1/seminars/:slug/checks': everybody,
  'GET /:l/search': everybody,
  'GET /:l/desk/texts': whoeverWorksHere,
  'GET /:l/desk/texts/:table/:record/:field': translatorsOfThisSeminar,
  'POST /:l/desk/texts/:table/:record/:field': translatorsOfThisSeminar,
  'POST /:l/desk/texts/:table/:record/:field/keep': translatorsOfThisSeminar,
  'GET /:l/accessibility': everybody,
  'GET /:l/privacy': everybody,
  'GET /:l/styleguide': everybody,
  'GET /:l/administration/mails': { ...organisersOfAnything, keeper: 'refused' },
  'GET /:l/desk/seminars/:slug/mails': organisersOfThisSeminar,
  'GET /:l/administration/mails/:id': organisersForWhomItExists,
  'GET /:l/administration/mails/:id/html': organisersForWhomItExists,
  'POST /:l/administration/mails/:id/retry': organisersForWhomItExists,
  'POST /:l/administration/mails/:id/cancel': organisersForWhomItExists,
  'POST /:l/administration/mails/:id/again': organisersForWhomItExists,
  'GET /:l/sign-in': everybody,
  'POST /:l/sign-in': everybody,
  // Nobody yet is led to the sign-in page; whoever has no second factor, on to their account.
  'GET /:l/sign-in/second': whoeverIsSignedIn,
  'POST /:l/sign-in/second': whoeverIsSignedIn,
  'POST /:l/sign-in/second/options': each('refused', 'in', 'in', 'in', 'in', 'in', 'in', 'in'),
  // An empty answer leads back to the sign-in page, which leads whoever is signed in on.
  'POST /:l/sign-in/passkey': each(
    'sign-in',
    'sign-in',
    'sign-in',
    'sign-in',
    'sign-in',
    'sign-in',
    'sign-in',
    'sign-in',
  ),
  'POST /:l/sign-in/passkey/options': everybody,
  // Without a provider in the settings nothing is there.
  'POST /:l/sign-in/with-provider': nobodyWithThisAddress,
  'GET /sign-in/callback': nobodyWithThisAddress,
  'GET /:l/sign-in/:token': everybody,
  'POST /:l/sign-in/:token': everybody,
  'POST /:l/sign-out': everybody,
  'GET /:l/first/:token': everybody,
  'POST /:l/first/:token': everybody,
  'GET /:l/account': whoeverIsSignedIn,
  'POST /:l/account': whoeverIsSignedIn,
  'POST /:l/account/sessions': whoeverIsSignedIn,
  'GET /:l/account/second-factor': whoeverIsSignedIn,
  'GET /:l/account/second-factor/app': whoeverIsSignedIn,
  'POST /:l/account/second-factor/app': whoeverIsSignedIn,
  'GET /:l/account/second-factor/passkeys': whoeverIsSignedIn,
  'POST /:l/account/second-factor/passkeys': whoeverIsSignedIn,
  'POST /:l/account/second-factor/passkeys/options': each('refused', 'in', 'in', 'in', 'in', 'in', 'in', 'in'),
  'POST /:l/account/second-factor/codes': whoeverIsSignedIn,
  'GET /:l/account/second-factor/remove/:id': ownOfNobodyHere,
  'POST /:l/account/second-factor/remove/:id': ownOfNobodyHere,
  'GET /:l/administration/security': administrators,
  'POST /:l/administration/security': administrators,
  'GET /:l/administration/people/:id/second-factor': administrators,
  'POST /:l/administration/people/:id/second-factor': administrators,
  'GET /:l/administration/access': whoeverWorksHere,
  'GET /:l/administration/access/give': { ...organisersOfAnything, keeper: 'refused' },
  'POST /:l/administration/access/give': { ...organisersOfAnything, keeper: 'refused' },
  'GET /:l/administration/access/:id/end': organisersForWhomItExists,
  'POST /:l/administration/access/:id/end': organisersForWhomItExists,
  'GET /:l/administration/people': administrators,
  'GET /:l/administration/people/:id/erase': administrators,
  'POST /:l/administration/people/:id/erase': administrators,
  'GET /:l/administration/spaces': administrators,
  'GET /:l/administration/spaces/networks/:id': administrators,
  'POST /:l/administration/spaces/networks/:id': administrators,
  'GET /:l/administration/spaces/territories/:id': administrators,
  'POST /:l/administration/spaces/territories/:id': administrators,
  'GET /:l/administration/spaces/territories/:id/memberships/:membership': administrators,
  'POST /:l/administration/spaces/territories/:id/memberships/:membership': administrators,
  'GET /:l/files/:id': readersForWhomItExists,
  'GET /:l/setup': administrators,
  'GET /:l/setup/network': administrators,
  'POST /:l/setup/network': administrators,
  'GET /:l/setup/look': administrators,
  'POST /:l/setup/look': administrators,
  'GET /:l/setup/mail': administrators,
  'POST /:l/setup/mail': administrators,
  'GET /:l/setup/seminar': administrators,
  'POST /:l/setup/end': administrators,
  'GET /:l/desk/seminars/:slug/log': organisersForWhomTheSeminarExists,
  'GET /:l/administration/log': administrators,
  'GET /:l/administration': administrators,
  'GET /:l/territories/:slug': everybody,
  'GET /:l/territories/:slug/actors': everybody,
  'POST /:l/territories/:slug/actors/take-over': editorsOfThisMemory,
  'GET /:l/territories/:slug/actors/duplicates': editorsOfThisMemory,
  'POST /:l/territories/:slug/actors/duplicates': editorsWithoutSuchAPair,
  'GET /:l/territories/:slug/actors/new': editorsOfThisMemory,
  'POST /:l/territories/:slug/actors/new': editorsOfThisMemory,
  'GET /:l/territories/:slug/actors/:id': insideThisMemory,
  'GET /:l/territories/:slug/actors/:id/edit': editorsOfThisMemory,
  'GET /:l/territories/:slug/actors/:id/remove': editorsOfThisMemory,
  'POST /:l/territories/:slug/actors/:id/edit': editorsOfThisMemory,
  'POST /:l/territories/:slug/actors/:id/remove': editorsOfThisMemory,
  'GET /:l/territories/:slug/contacts/new': editorsOfThisMemory,
  'POST /:l/territories/:slug/contacts/new': editorsOfThisMemory,
  'GET /:l/territories/:slug/contacts/:id': insideThisMemory,
  'GET /:l/territories/:slug/contacts/:id/edit': editorsOfThisMemory,
  'GET /:l/territories/:slug/contacts/:id/remove': editorsOfThisMemory,
  'POST /:l/territories/:slug/contacts/:id/edit': editorsOfThisMemory,
  'POST /:l/territories/:slug/contacts/:id/remove': editorsOfThisMemory,
  'GET /:l/territories/:slug/posts/new': editorsOfThisMemory,
  'POST /:l/territories/:slug/posts/new': editorsOfThisMemory,
  'GET /:l/territories/:slug/posts/:id': insideThisMemory,
  'GET /:l/territories/:slug/posts/:id/edit': editorsOfThisMemory,
  'GET /:l/territories/:slug/posts/:id/remove': editorsOfThisMemory,
  'POST /:l/territories/:slug/posts/:id/edit': editorsOfThisMemory,
  'POST /:l/territories/:slug/posts/:id/remove': editorsOnceForAll,
  'GET /:l/territories/:slug/terms/new': editorsOfThisMemory,
  'POST /:l/territories/:slug/terms/new': editorsOfThisMemory,
  'GET /:l/territories/:slug/terms/:id': insideThisMemory,
  'GET /:l/territories/:slug/terms/:id/edit': editorsOfThisMemory,
  'GET /:l/territories/:slug/terms/:id/remove': editorsOfThisMemory,
  'POST /:l/territories/:slug/terms/:id/edit': editorsOfThisMemory,
  'POST /:l/territories/:slug/terms/:id/remove': editorsOnceForAll,
  'GET /:l/territories/:slug/appointments/new': editorsOfThisMemory,
  'POST /:l/territories/:slug/appointments/new': editorsOfThisMemory,
  'GET /:l/territories/:slug/appointments/:id/edit': editorsOfThisMemory,
  'GET /:l/territories/:slug/appointments/:id/remove': editorsOfThisMemory,
  'POST /:l/territories/:slug/appointments/:id/edit': editorsOfThisMemory,
  'POST /:l/territories/:slug/appointments/:id/remove': editorsOnceForAll,
  'GET /:l/territories/:slug/services/new': editorsOfThisMemory,
  'POST /:l/territories/:slug/services/new': editorsOfThisMemory,
  'GET /:l/territories/:slug/services/:id/edit': editorsOfThisMemory,
  'GET /:l/territories/:slug/services/:id/remove': editorsOfThisMemory,
  'POST /:l/territories/:slug/services/:id/edit': editorsOfThisMemory,
  'POST /:l/territories/:slug/services/:id/remove': editorsOnceForAll,
  'POST /:l/territories/:slug/actors/:id/apart': editorsOfThisMemory,
  'GET /:l/territories/:slug/contacts': insideThisMemory,
  'GET /:l/territories/:slug/contacts.vcf': insideThisMemory,
  'GET /:l/territories/:slug/contacts/:id/card.vcf': insideThisMemory,
  'GET /:l/territories/:slug/posts': everybody,
  'GET /:l/territories/:slug/services': everybody,
  'GET /:l/territories/:slug/shares': keepersOfThisMemory,
  'POST /:l/territories/:slug/shares': keepersOfThisMemory,
  'GET /:l/territories/:slug/records/:table/:record/share': keepersOfThisMemory,
  'POST /:l/territories/:slug/records/:table/:record/share': keepersOfThisMemory,
  'GET /:l/shared': whoeverIsSignedIn,
  'GET /:l/territories/:slug/history': insideThisMemory,
  'GET /:l/territories/:slug/differences': everybody,
  'GET /:l/territories/:slug/records/:table/:record': insideThisMemory,
  'POST /:l/territories/:slug/records/:table/:record/put-back': keepersOfThisMemory,
  'POST /:l/administration/backups': administrators,
}

/** The address of a route in the scene. */
export function addressOf(route: string, scene: Scene): string {
  let path = route
  const { ids, tokens, memory } = scene
  const record = Object.entries(memory).find(([kind]) => path.includes(`/${kind}/:id`))
  if (record) path = path.replace(':id', record[1])
  if (path.startsWith('/:l/territories/'))
    path = path.replace(':slug', 'brecourt').replace(':table', 'relationship').replace(':record', memory.relationships)
  const id = path.includes('/registrations/')
    ? ids.registration
    : path.includes('/invitations/')
      ? 'new'
      : path.includes('/letters/') || path.includes('/mailings/') || path.includes('/guests/')
        ? ids.seminar
        : path.includes('/mails/')
          ? ids.mail
          : path.includes('/access/')
            ? ids.right
            : path.includes('/people/') || path.includes('/remove/')
              ? ids.person
              : path.includes('/networks/')
                ? ids.network
                : path.includes('/territories/')
                  ? ids.territory
                  : path.includes('/files/')
                    ? ids.file
                    : ''
  const token = path.includes('/not-me/')
    ? tokens.notMe()
    : path.includes('/me/')
      ? tokens.me()
      : path.includes('/first/')
        ? tokens.first
        : tokens.signIn
  return path
    .replace(':l', 'fr')
    .replace(':slug', slug)
    .replace(':id', id)
    .replace(':token', token)
    .replace(':file', `${ids.seminar}.pdf`)
    .replace(':name', 'programme-provisoire')
    .replace(':template', 'reminder')
    .replace(':sent', ids.seminar)
    .replace(':membership', ids.member)
    .replace(':table', 'seminar')
    .replace(':record', ids.seminar)
    .replace(':field', 'title')
    .replace(':step', 'cancel')
    .replace(':receipt', 'forged.receipt')
    .replace(':item', '~new')
    .replace(':language', 'pt')
}
