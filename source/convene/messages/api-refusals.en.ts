/** What the API says of answers that cannot stand. */
export const en = {
  'invitation-unknown': 'This invitation code is not known for this seminar.',
  'invitation-ended': 'This invitation has ended.',
  'invitation-used-up': 'All the places of this invitation are taken.',
  'too-many': 'Too many people were registered with this address within an hour.',
  answers: {
    required: 'This question must be answered.',
    'text-too-long': 'An answer may have 2,000 characters at most.',
    number: 'The answer must be a number.',
    choice: 'The answer must be one of the options of the question.',
    date: 'The answer must be a date, as year-month-day.',
  },
}
