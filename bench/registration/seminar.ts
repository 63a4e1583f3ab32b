/** 5,000 places; Europe is full a little before the whole, so that one quota refuses while another admits. */
export const quotas = [
  { key: 'overall', capacity: 5000, region: null },
  { key: 'europe', capacity: 2400, region: 'europe' },
  { key: 'latin-america', capacity: 2700, region: 'latin-america' },
] as const
export const places = 5000
export const slug = 'rush'
/** Another seminar, for the requests that warm the programs up. */
export const warmSlug = 'warm'
