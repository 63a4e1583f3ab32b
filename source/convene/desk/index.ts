import { byHand } from '#convene/messages/by-hand.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { deskProgramme } from '#convene/messages/desk-programme.ts'
import { editing } from '#convene/messages/editing.ts'
import { figuresWords } from '#convene/messages/figures.ts'
import { guests } from '#convene/messages/guests.ts'
import { lifeDesk } from '#convene/messages/life-desk.ts'
import { mailWordsPages } from '#convene/messages/mail-words.ts'
import { mailingsWords } from '#convene/messages/mailings.ts'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { programmePanel } from '#convene/messages/programme-panel.ts'
import { programmeRelease } from '#convene/messages/programme-release.ts'
import { registration } from '#convene/messages/registration.ts'
import { typedTerritoryWords } from '#convene/messages/typed-territories.ts'
import type { Capability } from '#ground/database/tables.ts'
import type { DeskDoor, DeskPart } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { historyWords } from '#ground/languages/messages/history.ts'

/** A page of the desk under the address of its seminar. */
function door(
  part: DeskPart,
  path: string,
  needs: Capability | 'evaluates',
  words: (locale: Locale) => { label: string; text: string },
): DeskDoor {
  return { part, at: ({ locale, slug }) => `/${locale}/desk/seminars/${slug}${path}`, needs, words }
}
const desk = (locale: Locale) => registration[locale].desk
const places = (locale: Locale) => deskPeople[locale].doors

/** What there is to do for a seminar, in the order in which an organiser comes to it. */
export const deskDoors: readonly DeskDoor[] = [
  door('page', '/edit', 'edit', l => ({ label: editing[l].door, text: editing[l].doorText })),
  door('page', '/life', 'edit', l => ({ label: lifeDesk[l].door, text: lifeDesk[l].doorText })),
  {
    part: 'page',
    at: ({ locale, id }) => `/${locale}/desk/texts?space=${id}`,
    needs: 'translate',
    words: l => ({ label: desk(l).texts, text: desk(l).textsText }),
  },
  {
    part: 'page',
    at: ({ locale, slug }) => `/${locale}/seminars/${slug}`,
    needs: null,
    words: l => ({ label: desk(l).page, text: desk(l).pageText }),
  },
  door('programme', '/edit/programme', 'edit', l => deskProgramme[l].slots),
  door('programme', '/edit/timetable', 'edit', l => deskProgramme[l].timetable),
  door('programme', '/panel', 'edit', l => ({ label: programmePanel[l].title, text: programmePanel[l].doorText })),
  door('programme', '/checks', 'edit', l => ({ label: programmeChecks[l].door, text: programmeChecks[l].doorText })),
  door('programme', '/programme/languages', 'translate', l => deskProgramme[l].languages),
  door('programme', '/programme', 'edit', l => ({
    label: programmeRelease[l].door,
    text: programmeRelease[l].doorText,
  })),
  door('programme', '/programme/tell', 'edit', l => deskProgramme[l].tell),
  door('people', '/registrations', 'people', l => ({ label: desk(l).registrations, text: desk(l).registrationsText })),
  door('people', '/registrations/new', 'people', l => ({ label: byHand[l].title, text: byHand[l].doorText })),
  door('people', '/guests', 'people', l => ({ label: guests[l].door, text: guests[l].doorText })),
  door('people', '/waiting-list', 'people', l => ({ label: places(l).line, text: places(l).lineText })),
  door('people', '/places', 'people', l => ({ label: places(l).places, text: places(l).placesText })),
  door('people', '/figures', 'evaluates', l => ({ label: figuresWords[l].door, text: figuresWords[l].doorText })),
  door('people', '/organisations', 'people', l => ({
    label: places(l).organisations,
    text: places(l).organisationsText,
  })),
  door('people', '/territories', 'people', l => ({
    label: typedTerritoryWords[l].door,
    text: typedTerritoryWords[l].doorText,
  })),
  door('people', '/letters', 'people', l => ({ label: places(l).letters, text: places(l).lettersText })),
  door('people', '/retention', 'people', l => ({ label: places(l).retention, text: places(l).retentionText })),
  door('mails', '/mailings', 'people', l => ({ label: mailingsWords[l].title, text: mailingsWords[l].doorText })),
  door('mails', '/words', 'edit', l => ({ label: mailWordsPages[l].title, text: mailWordsPages[l].lead })),
  door('mails', '/mails', 'people', l => ({ label: desk(l).mails, text: desk(l).mailsText })),
  door('team', '/log', 'rights', l => ({ label: historyWords[l].door, text: historyWords[l].doorText })),
  {
    part: 'team',
    at: ({ locale, id }) => `/${locale}/administration/access?space=${id}`,
    needs: 'rights',
    words: l => ({ label: historyWords[l].accessDoor, text: historyWords[l].accessDoorText }),
  },
]
