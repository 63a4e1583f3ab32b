import type pg from 'pg'

/**
 * Fills a seminar with so many registrations at once, by SQL: people of five categories in eleven countries and four
 * languages, in every state, with their consents, needs, mails and typed organisations, a thousand promotions from the
 * line at most, and counters that agree. The same each time: nothing is left to chance.
 *
 * @param owner a connection as the owner of the tables
 * @param people how many; a multiple of 40 gives whole shares of each state
 */
export async function manyRegistrations(owner: pg.Client, seminarId: string, people: number): Promise<void> {
  await owner.query('begin')
  await owner.query(
    `create temporary table newcomer on commit drop as
     select i, gen_random_uuid() as person_id, gen_random_uuid() as id,
       (array['Ana','Benoît','Çelia','Dolores','Émile','Fátima','Gonçalo','Hélène','Iñés','João','Kwame','Lúcia'])[1 + i % 12] as given,
       (array['Álvarez','Barbosa','Çelik','Dubois','Étienne','Ferreira','García','Hernández','Ibáñez','Jiménez','Núñez'])[1 + (i / 12) % 11]
         || ' ' || i as family,
       (array['elected','staff','university','civil-society','other'])[1 + i % 5] as category,
       (array['FR','BR','ES','CO','PT','MX','DE','UY','SN','AR','CA'])[1 + i % 11] as country,
       (array['fr','es','pt','en'])[1 + i % 4] as language,
       case when i % 40 < 18 then 'confirmed' when i % 40 < 30 then 'waiting' when i % 40 < 34 then 'requested'
            when i % 40 < 36 then 'cancelled' when i % 40 < 38 then 'refused' when i % 40 = 38 then 'offered'
            else 'expired' end as state
     from generate_series(0, $1::int - 1) as i`,
    [people],
  )
  await owner.query(
    `insert into perenne.person (id, given_name, family_name, email, language)
     select person_id, given, family, 'p' || i || '@example.org', language from newcomer order by i`,
  )
  await owner.query(
    `insert into perenne.registration (id, seminar_id, person_id, identity, category, organisation_name, organisation_key,
       country, region, language, languages, state, requested_at, state_since, offered_until, priority, territory_name)
     select id, $1, person_id, encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), category,
       'Ayuntamiento de São Número ' || i % 2000, 'ayuntamientodesaonumero' || i % 2000, country,
       case when country in ('FR','ES','PT','DE') then 'europe' when country in ('SN','CA') then 'other' else 'latin-america' end,
       language, case when i % 3 = 0 then array[language, 'en'] else array[language] end, state,
       perenne.now() - interval '30 days' + i * interval '2 minutes', perenne.now() - interval '30 days' + i * interval '2 minutes',
       case when state = 'offered' then perenne.now() + interval '2 days' end, case when i % 500 = 1 then 5 else 0 end,
       case when i % 4 = 0 then 'Vale do Número ' || i % 300 end
     from newcomer order by i`,
    [seminarId],
  )
  await owner.query(
    `insert into perenne.registration_consent (registration_id, consent_id, given)
     select n.id, c.id, true from newcomer n join perenne.consent c on c.seminar_id = $1`,
    [seminarId],
  )
  await owner.query(
    `insert into perenne.registration_need (registration_id, accessibility, diet)
     select id, '{wheelchair}', '{vegetarian}' from newcomer where i % 10 = 3`,
  )
  await owner.query(
    `insert into perenne.mail (space_id, person_id, template, language, data, state, attempts, created_at)
     select $1, person_id, 'registration-confirmed', language, jsonb_build_object('registration', id),
       case when i % 100 = 7 then 'failed' else 'sent' end, 1, perenne.now() - interval '1 day' from newcomer`,
    [seminarId],
  )
  await owner.query(
    `insert into perenne.mail (space_id, person_id, template, language, data, state, attempts, created_at)
     select $1, person_id, 'registration-changed', language, jsonb_build_object('registration', id), 'sent', 1, perenne.now()
     from newcomer where i % 200 = 7`,
    [seminarId],
  )
  await owner.query(
    `insert into perenne.promotion (seminar_id, registration_id, at, full_quotas)
     select $1, id, perenne.now() - interval '1 day' + i * interval '1 second', '[{"quota": "europe", "taken": 1, "capacity": 1}]'
     from newcomer where state = 'confirmed' order by i desc limit 1000`,
    [seminarId],
  )
  // Room for exactly those who hold a place: whoever waits, waits for a place.
  await owner.query(
    `update perenne.quota q set capacity = counted.people, taken = counted.people from (
       select w.id, count(r.id)::int as people from perenne.quota w
       left join perenne.registration r on r.seminar_id = w.seminar_id and r.state in ('confirmed', 'offered')
         and (w.categories is null or r.category = any (w.categories)) and (w.regions is null or r.region = any (w.regions))
       where w.seminar_id = $1 group by w.id) counted
     where counted.id = q.id`,
    [seminarId],
  )
  await owner.query('commit')
  // As the housekeeping of the database would: it plans by what it has counted.
  await owner.query('analyze')
}
