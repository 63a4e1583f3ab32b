import { plural } from '#ground/languages/say.ts'

/** An import that meets what was changed in the browser, and the seminar as a file. */
export const en = {
  title: (count: number) =>
    plural('en', count, {
      one: 'The file and the browser say different things about one point',
      other: 'The file and the browser say different things about # points',
    }),
  since: (moment: string) =>
    `Since the last import, on ${moment}, somebody changed the following in the browser, and the file says something else. Choose one for each point. Nothing is saved yet.`,
  neverImported:
    'This seminar was made in the browser. Where the file says something else, choose one for each point. Nothing is saved yet.',
  browser: 'Keep what stands there now',
  file: 'Take what the file says',
  before: 'At the last import:',
  inFile: 'In the file:',
  beforeNothing: 'At the last import there was nothing here.',
  fileSame: 'The file has not changed here since then.',
  nothing: '(nothing)',
  order: (path: string) => `${path}: order of the list`,
  rest: (count: number) => plural('en', count, { one: 'One more point', other: '# more points' }),
  restHint: 'There are too many to show one by one. One answer counts for all of them.',
  choose: 'Choose one of the two.',
  chooseNamed: (place: string) => `Choose one of the two for ${place}`,
  allBrowser: 'Choose what stands there now everywhere',
  allFile: 'Choose the file everywhere',
  import: 'Import with these choices',
  meanwhileTitle: 'The seminar has changed since you looked',
  meanwhile: 'Somebody changed it in the meantime. Nothing was saved. Look again at what would change.',
  mixedTitle: 'These choices do not go together',
  mixed: 'Nothing was saved. The file and what stands there now are each right, but this mix of them is not:',
  others: 'What the file changes besides',
  kept: (count: number) =>
    plural('en', count, {
      one: 'One change made in the browser since the last import stays.',
      other: '# changes made in the browser since the last import stay.',
    }),
  door: 'The seminar as a file',
  doorText: 'Download everything of this page as a YAML file, to keep it, to change it and to import it again.',
}
