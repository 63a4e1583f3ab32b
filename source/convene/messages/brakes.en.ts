/** What is said when too much comes from one place. */
export const en = {
  wrongCodes:
    'Too many invitation codes that do not exist were tried from here. Wait ten minutes, then check the code with whoever gave it to you.',
  tooManyByApi: 'Too many registrations came from this network address within ten minutes.',
}
