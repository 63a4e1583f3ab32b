export const en = {
  button: (name: string) => `Sign in with ${name}`,
  onward: (name: string) => `On to ${name}`,
  onwardText: 'Your browser goes on by itself. If it does not, press the button.',
  done: 'You are signed in.',
  unreachable: (name: string) => `${name} does not answer at present. Use the link by mail, or try again later.`,
  expired: 'This sign-in was begun too long ago, in another browser, or has been used. Begin again.',
  givenUp: (name: string) => `${name} did not sign you in. Begin again, or use the link by mail.`,
  refused: (name: string) =>
    `The answer of ${name} could not be trusted, and nobody was signed in. Begin again, or use the link by mail.`,
  unverified: (name: string) => `${name} does not say that it has checked your mail address. Use the link by mail.`,
  noAccount: (name: string) =>
    `Nobody has an account here under the address that ${name} gives for you. Ask whoever administers this installation for an access right.`,
  otherIdentity: (name: string) =>
    `Another account at ${name} is linked with this mail address here. Sign in with the link by mail, and unlink the former one in your account.`,
}
