/** How a decision was voted on; null where nobody knows. */
export type Votes = {
  /** Who could have voted, and who did. */
  voters: number | null
  voted: number | null
  for: number | null
  against: number | null
  abstentions: number | null
}

/**
 * What does not add up, to be told and not refused: the figures are those of the record, right or wrong. `more-than-voters`: more
 * voted than could; `more-than-voted`: for, against and abstentions are more than voted; `fewer-than-voted`: all three are
 * known and are fewer.
 */
export function oddVotes(votes: Votes): ('more-than-voters' | 'more-than-voted' | 'fewer-than-voted')[] {
  const { voters, voted } = votes
  const parts = [votes.for, votes.against, votes.abstentions]
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
  const most = voted ?? voters
  return [
    ...(voters !== null && voted !== null && voted > voters ? (['more-than-voters'] as const) : []),
    ...(most !== null && sum > most ? (['more-than-voted'] as const) : []),
    ...(voted !== null && parts.every(part => part !== null) && sum < voted ? (['fewer-than-voted'] as const) : []),
  ]
}
