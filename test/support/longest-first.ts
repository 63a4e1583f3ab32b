import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What takes long though it is soon read; of all others the largest files come first.
const long = [
  'test/backup/command-line.test.ts',
  'test/permissions/routes.test.ts',
  'test/convene/registration/interleavings.test.ts',
  'test/backup/external.test.ts',
  'test/remember/sheets/round-trip.test.ts',
  'test/remember/ground/two-memories.test.ts',
  'test/remember/ground/every-address.test.ts',
  'test/convene/registration/twenty-thousand.test.ts',
  'test/remember/time/travel.test.ts',
  'test/jobs/boss.test.ts',
]

const place = ({ moduleId }: TestSpecification) => {
  const at = long.findIndex(path => moduleId.endsWith(path))
  return at === -1 ? long.length : at
}

/** Begins with the files that take longest, so that at the end no process works while the others have nothing left. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
