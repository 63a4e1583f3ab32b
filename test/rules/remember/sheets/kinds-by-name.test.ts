import { describe, expect, test } from 'vitest'
import { choiceWords, namesOfFields } from '../../../../source/remember/sheets/acts/words.ts'
import { kindOfTitle } from '../../../../source/remember/sheets/rules/agreement-cells.ts'
import { fieldsByHeading } from '../../../../source/remember/sheets/rules/headings.ts'
import { kindOfName, kindOfPartner } from '../../../../source/remember/sheets/rules/kind-of-name.ts'

describe('what names and titles say of themselves', () => {
  test('a partner is a local government unless its name says otherwise', () => {
    for (const [name, kind] of [
      ['Stadt Altendorf am See', 'local-government'],
      ['Municipalidad de San Telmo del Río', 'local-government'],
      ['Gobierno Provincial de Loma Azul', 'local-government'],
      ['Câmara Municipal de Vale Fundo', 'local-government'],
      ['Communauté de communes du Val', 'local-government'],
      ['Commune rurale de Tamsoult', 'local-government'],
      ['Red Ribera – rede de cidades', 'network'],
      ['Réseau des villes de confluence', 'network'],
      ['Association des maires francophones', 'network'],
      ['Association des amis de Weidenau', 'association'],
      ['Comité de jumelage de Sliven', 'association'],
      ['Universidad del Estuario', 'university'],
      ['Cámara de Comercio de Peñaflor', 'institution'],
      ['Embajada de Francia', 'state'],
      ['Agence française de développement', 'donor'],
      ['Programa de las Naciones Unidas', 'international'],
      ['ONG Agua Viva', 'ngo'],
    ])
      expect([name, kindOfPartner(name ?? '', 'twinning')]).toEqual([name, kind])
    expect(kindOfPartner('Villes du Nord', 'network')).toBe('network')
    expect(kindOfName('Villa Nogal')).toBe(null)
  })

  test('an agreement is of the kind that its title begins with', () => {
    for (const [title, kind] of [
      ['Avenant n° 1', 'addendum'],
      ['Avenant 3 à la convention-cadre', 'addendum'],
      ['Charte de jumelage', 'charter'],
      ['Serment', 'charter'],
      ['Convention-cadre', 'convention'],
      ['Convenio marco', 'convention'],
      ['Adenda al convenio', 'addendum'],
      ['Carta de intención', 'letter'],
      ['Termo aditivo 2', 'addendum'],
      ['Eau pour tous', null],
      ['Aménagement du port', null],
    ])
      expect([title, kindOfTitle(choiceWords, title ?? '')]).toEqual([title, kind])
  })

  test('a heading in two languages is one heading, unless its halves name two fields', () => {
    const read = (kind: 'relationships' | 'contacts', headings: string[]) =>
      fieldsByHeading(
        kind,
        headings.map(own => ({ above: '', own })),
        namesOfFields,
      )
    const two = [
      'Type / Tipo',
      'Partenaire',
      'Pays / País',
      'Depuis',
      'Observations / observaciones',
      'Firma | Signée le',
    ]
    expect(read('relationships', two)).toEqual(['kind', 'partners', 'partnerCountry', 'since', 'narrative', 'signedOn'])
    expect(read('contacts', ['Nom', 'Courriel / Téléphone', 'Fonction'])).toEqual(['fullName', null, 'role'])
    const above = [
      { above: 'Partenaire', own: 'Ville / Ciudad' },
      { above: 'Partenaire', own: 'Pays / País' },
    ]
    expect(fieldsByHeading('relationships', above, namesOfFields)).toEqual(['partners', 'partnerCountry'])
  })
})
