export const en = {
  offline:
    'There is no network. What you typed is kept on this page and is sent as soon as the network is back: leave the page open.',
  back: 'What you had typed here and not sent is back.',
  anew: 'Start anew',
  kept: 'Kept with the mail at',
  other:
    'Somebody else changed this form meanwhile: what you type is not kept with the mail until you press a button below.',
}
