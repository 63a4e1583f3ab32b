import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './form.en.ts'

export const es = {
  before: {
    title: 'Antes de empezar',
    full: 'Todos los cupos están ocupados. Puede entrar en la lista de espera: un correo le avisa en cuanto tenga un cupo.',
    none: 'Todavía no se abrió ningún cupo. Puede entrar en la lista de espera: un correo le avisa en cuanto tenga un cupo.',
    quotaFull: quota => `${quota}: completo. Puede entrar en la lista de espera.`,
    left: left => plural('es', left, { one: 'Queda un cupo.', other: 'Quedan # cupos.' }),
    quotaLeft: (quota, left) =>
      plural('es', left, { one: `${quota}: queda un cupo.`, other: `${quota}: quedan # cupos.` }),
    invited: 'Si hay cupos guardados para su invitación, uno todavía puede ser suyo.',
    perOrganisation: most =>
      plural('es', most, {
        one: 'Cada organización tiene un cupo como máximo; sus demás integrantes van a la lista de espera.',
        other: 'Cada organización tiene # cupos como máximo; sus demás integrantes van a la lista de espera.',
      }),
    data: 'Qué pasa con sus datos',
    seenBy:
      'El equipo organizador de este seminario ve lo que usted escribe; lo que usted necesita lo ven solo quienes se ocupan de las inscripciones.',
    needsErased: day => `Lo que usted necesita (acceso, comidas) se borra el ${day}.`,
    answersErased: day => `Su función, sus idiomas y sus respuestas a las preguntas se borran el ${day}.`,
    personsErased: day => `Su nombre y su dirección se borran el ${day}.`,
    sooner: 'Puede pedir que todo se borre antes, desde su página personal.',
  },
  organisation: {
    title: 'Su organización',
    hint: 'Escriba su nombre; si ya la conocemos, la reconoceremos',
    territory: 'Territorio',
    territoryHint: 'La ciudad, la región… a la que usted representa',
    code: 'Tengo un código de invitación',
    invitation: 'Código de invitación',
    invitationHint: 'Letras y cifras, tal como las recibió',
  },
  ask: {
    suggestions: 'Sugerencias',
    organisation: typed => `¿Es una de estas, o “${typed}” es otra organización?`,
    territory: typed => `¿A qué territorio se refiere con “${typed}”?`,
    note: questions =>
      plural('es', questions, {
        one: 'Nada se ha perdido. Responda solo a esta pregunta y envíe de nuevo.',
        other: 'Nada se ha perdido. Responda a estas # preguntas y envíe de nuevo.',
      }),
    isNew: typed => `Ninguna de estas: “${typed}” es nueva`,
    noTerritory: 'Ninguno de estos: es otro territorio',
    unanswered: {
      organisation: 'Diga de qué organización se trata.',
      territory: 'Diga de qué territorio se trata.',
    },
    organisations: count =>
      plural('es', count, { one: '# organización encontrada', other: '# organizaciones encontradas' }),
    territories: count => plural('es', count, { one: '# territorio encontrado', other: '# territorios encontrados' }),
    noOrganisation: 'No se encontró ninguna organización: siga escribiendo, puede ser nueva',
    noTerritoryFound: 'No se encontró ningún territorio',
  },
  person: {
    errorOf: (person, sentence) => `${person}: ${sentence}`,
    examined: 'El equipo organizador examina primero esta solicitud y responde por correo',
    title: 'Usted',
    numbered: index => `Persona ${number('es', index)}`,
    remove: index => `Quitar a la persona ${number('es', index)}`,
    more: 'Función e idiomas',
    role: 'Función',
    roleHint: 'Lo que usted hace en su organización',
    languages: 'Idiomas que usted comprende',
    languagesHint: 'Esto ayuda a prever la interpretación',
    needs: 'Acceso y comidas: lo que usted necesita',
    needsSeen: day =>
      `Lo ven solo quienes se ocupan de las inscripciones en el equipo organizador, y se borra el ${day}.`,
    noteHint: 'Lo demás que debamos preparar',
    questions: 'Preguntas del equipo organizador',
    noAnswer: 'Sin respuesta',
    whenAnswered: (question, answers) => `Si respondió ${answers} a “${question}”`,
    whenCategory: categories => `Solo para: ${categories}`,
    quoted: text => `“${text}”`,
    told: 'Responda por usted, o por esta persona si ya le avisó y está de acuerdo.',
  },
  others: {
    organisation: 'La organización',
    person: 'La persona',
    territoryHint: 'La ciudad, la región… a la que representa la persona',
    code: 'Otro código de invitación',
    invitationHint: 'Vacío, la invitación queda como está',
    emailHint: 'Allí se envía el enlace a la página personal',
    category: 'Participa como',
    language: 'Idioma de los correos',
    roleHint: 'Lo que la persona hace en la organización',
    languages: 'Idiomas que la persona comprende',
    needs: 'Acceso y comidas: lo que la persona necesita',
    note: 'Con las palabras de la persona',
    noteHint: 'Lo demás que haya que preparar',
    whenAnswered: (question, answers) => `Si la respuesta a “${question}” es ${answers}`,
    errors: {
      givenName: 'Escriba el nombre.',
      familyName: 'Escriba los apellidos.',
      email: 'Escriba el correo electrónico.',
      category: 'Elija la categoría.',
      organisation: 'Escriba el nombre de la organización.',
      language: 'Elija el idioma de los correos.',
      consent: 'Sin este consentimiento no se puede inscribir a esta persona.',
      roleTooLong: 'Diga la función en 200 caracteres como máximo.',
      needs: 'Elija las necesidades de la lista.',
      needTooLong: 'Diga las necesidades en 1.000 caracteres como máximo; el resto puede enviarse por correo.',
    },
  },
  delegation: {
    add: 'Agregar a una persona de mi delegación',
    most: people =>
      plural('es', people, {
        one: 'Este formulario permite inscribir a # persona.',
        other: 'Este formulario permite inscribir hasta a # personas.',
      }),
    onlyOthers: 'No participo yo: solo inscribo a otras personas',
    submit: people => plural('es', people, { one: 'Enviar # inscripción', other: 'Enviar # inscripciones' }),
    together:
      'Se inscribe a todas las personas o, si algo no está bien para una de ellas, por ahora a ninguna. Cada una recibe su propio correo.',
    tooMany: people =>
      plural('es', people, {
        one: 'Este formulario permite inscribir a # persona. Quite a las demás e inscríbalas con otro formulario.',
        other:
          'Este formulario permite inscribir hasta a # personas. Quite a las demás e inscríbalas con otro formulario.',
      }),
    twice: 'Esta persona ya está en el formulario, más arriba.',
  },
  again: {
    title: 'Envíelo una vez más',
    text: 'Su formulario volvió más rápido de lo que nadie puede leerlo, como ocurre con los programas. Todo sigue ahí: revíselo y pulse el botón de nuevo.',
  },
  tooOften:
    'Esta dirección se usó para muchas inscripciones en una hora. Use otra, o intente de nuevo dentro de una hora.',
  invitation: {
    unknown: 'No conocemos este código para este seminario. Revíselo, o vacíe el campo para seguir sin él.',
    ended: 'Esta invitación terminó. Vacíe el campo para seguir sin ella.',
    usedUp: 'Todos los cupos de esta invitación están ocupados. Vacíe el campo para seguir sin ella.',
  },
  answers: {
    required: question => `Responda a la pregunta “${question}”.`,
    tooLong: question => `Responda a “${question}” en 2.000 caracteres como máximo.`,
    number: question => `En “${question}”, escriba un número, en cifras.`,
    choice: question => `En “${question}”, elija una de las respuestas.`,
    date: question => `En “${question}”, escriba un día como año-mes-día, por ejemplo 2018-07-05.`,
  },
  shut: {
    typed: 'Lo que usted había escrito',
    notRegistered:
      'No se inscribió a nadie, y nada de esto se conserva. Aquí lo tiene una vez más, por si quiere copiarlo.',
  },
  receipt: {
    requestedTitle: 'Su solicitud llegó',
    requested: seminar =>
      `El equipo organizador de “${seminar}” la examina y responde por correo. Hasta entonces no se guarda ningún cupo.`,
    several: people => plural('es', people, { one: 'Llegó # inscripción', other: 'Llegaron # inscripciones' }),
    severalLead: seminar => `Para “${seminar}”, en el orden de su formulario:`,
    confirmed: 'un cupo está confirmado',
    waiting: rank => `en la lista de espera, posición ${number('es', rank)}`,
    asked: 'la solicitud se está examinando',
    rank: 'La posición cuenta a la persona y a quienes están antes y esperan los mismos cupos. Avanza a medida que se liberan cupos, y cada persona recibe un correo en cuanto tiene el suyo.',
    mails:
      'Enviamos un correo a cada dirección indicada, con el enlace a la página de esa persona. Si no llega en diez minutos, búsquelo entre el correo no deseado y después escriba al equipo organizador.',
    known: 'Quien ya tenía una inscripción la conserva sin cambios, y el correo le recuerda en qué situación está.',
  },
} satisfies Messages<typeof en>
