import { organisationKinds } from '#ground/languages/messages/organisation-kinds.ts'
import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './typed-organisations.en.ts'

export const es = {
  title: 'Organizaciones',
  lead: 'Los nombres que escribieron las personas inscritas y que todavía no corresponden a ninguna organización aprobada. Una vez aprobada, se propone a quien se inscriba después, y sus integrantes se cuentan en conjunto.',
  doorText: 'Los nombres que escribieron las personas inscritas, para aprobarlos o unirlos.',
  mayNot: 'El equipo organizador de este seminario se ocupa de las organizaciones de las personas inscritas.',
  caption: 'Nombres escritos',
  columns: { name: 'Nombre tal como se escribió', people: 'Personas', country: 'País', like: 'Se parece a' },
  alsoWritten: names => `También escrito: ${names}`,
  likeNone: 'nada conocido',
  emptyTitle: 'Nada que aprobar',
  empty: 'Cada inscripción tiene una organización aprobada, o nadie se ha inscrito todavía.',
  one: {
    title: name => `“${name}”`,
    people: count =>
      plural('es', count, {
        one: '# persona se inscribió con este nombre.',
        other: '# personas se inscribieron con este nombre.',
      }),
    whatIsIt: '¿Qué es?',
    isNew: 'Una organización nueva',
    isNewHint: 'Complete los campos de abajo',
    isOther: 'Otra organización aprobada',
    isOtherHint: 'Escriba su nombre abajo',
    other: 'Nombre de la otra organización',
    otherHint: 'Exactamente como se la conoce, en cualquiera de sus idiomas',
    newTitle: 'Si es nueva',
    name: 'Nombre',
    nameHint: 'En su propio idioma; puede traducirse después',
    language: 'Idioma del nombre',
    languageHint: 'Si está en otro idioma, elija aquel en que más se la conoce aquí',
    kind: 'Tipo',
    country: 'País',
    knownTo: 'Conocida por',
    knownToSeminar: 'este seminario',
    knownToNetwork: 'toda la red, para cada uno de sus seminarios',
    public: 'Una organización aprobada es pública: el formulario la propone a cualquiera.',
    stays:
      'Nadie gana ni pierde un cupo por esto. Si hay un límite por organización, desde ahora cuenta en conjunto a estas personas.',
    approve: 'Aprobar',
  },
  kinds: organisationKinds.es,
  approved: count =>
    plural('es', count, {
      one: '# inscripción pertenece ahora a una organización aprobada.',
      other: '# inscripciones pertenecen ahora a una organización aprobada.',
    }),
  gone: 'Ya no hay nadie inscrito con este nombre: quizá otra persona acaba de aprobarlo.',
  errors: {
    what: 'Diga qué es.',
    other: 'Ninguna organización aprobada tiene exactamente este nombre. Elija una de las que propone la lista.',
    name: 'Escriba el nombre.',
    nameTooLong: 'Un nombre puede tener 200 caracteres como máximo.',
    language: 'Elija el idioma del nombre.',
    kind: 'Elija un tipo.',
    country: 'Elija un país de la lista, o ninguno.',
    knownTo: 'Elija quién la conoce.',
  },
} satisfies Messages<typeof en>
