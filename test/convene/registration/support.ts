import { registrationMails, registrationMenu, registrationRoutes } from '#convene/registration/index.ts'
import type { Room } from '#ground/house.ts'
import { actRooms } from './acts-support.ts'

export * from './acts-support.ts'

/** The room as it stands in the house. */
export const rooms: readonly Room[] = actRooms.map(room => ({
  ...room,
  routes: registrationRoutes,
  menu: registrationMenu,
  mails: registrationMails,
}))

/** The same as fields of the form. */
export function fields(given: Record<string, string> = {}): Record<string, string> {
  return {
    givenName: 'Ana',
    familyName: 'Duarte',
    email: 'ana@example.org',
    category: 'staff',
    organisation: 'Prefeitura de Rio Claro',
    country: 'BR',
    language: 'pt',
    'consent-data': 'yes',
    nickname: '',
    ...given,
  }
}
