import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './journal-mail.en.ts'

export const es = {
  title: 'Anotar a partir de un correo',
  lead: 'Guarde el correo como archivo .eml en su programa de correo y elíjalo aquí, o suéltelo sobre el campo. Con él se llena el formulario de una entrada, que usted revisa: nada está en la bitácora hasta que guarde.',
  file: 'El correo (.eml)',
  button: 'Continuar',
  noSubject: 'Correo sin asunto',
  known: 'Este correo ya está anotado: aquí está su entrada.',
  waits: 'Este correo ya se había traído y está por anotar: aquí está.',
  written: 'El correo está en la bitácora.',
  gone: 'Este correo ya no espera: mientras tanto, alguien lo anotó o lo descartó. Lo que usted escribió sigue aquí. Mire primero en la bitácora; si guarda, se anota sin sus archivos adjuntos.',
  kept: count =>
    plural('es', count, {
      one: 'Un archivo adjunto se conserva como documento.',
      other: '# archivos adjuntos se conservan como documentos.',
    }),
  notKept: count =>
    plural('es', count, {
      one: 'Un archivo adjunto no se pudo conservar.',
      other: '# archivos adjuntos no se pudieron conservar.',
    }),
  waiting: {
    title: count =>
      plural('es', count, {
        one: 'Un correo por anotar',
        other: '# correos por anotar',
      }),
    by: name => `traído por ${name}`,
    keptBy: name => `retomado por ${name}`,
    attached: count => plural('es', count, { one: '# archivo adjunto', other: '# archivos adjuntos' }),
    until: day => `espera hasta el ${day}`,
    goOn: 'Continuar',
  },
  draft: {
    title: 'Anotar un correo',
    lead: 'Llenado según el correo, hasta donde este lo dice. Corrija y elija qué se conserva; nada está en la bitácora hasta que guarde.',
    asItCame: 'El correo tal como llegó',
    from: 'De',
    to: 'Para',
    subject: 'Asunto',
    strangers:
      'Estas direcciones vienen sin nombre y no son de ninguna persona conocida aquí. No se conservan con la entrada:',
    moreAddresses: count => plural('es', count, { one: 'y # más', other: 'y # más' }),
    addPeople: 'Agregar a los contactos',
    addPeopleHint:
      'Las personas marcadas pasan a ser contactos de esta memoria, con visibilidad solo interna, y participan en esta entrada. Las demás direcciones no se conservan con ella.',
    addContact: 'Agregar a la persona (el correo espera aquí)',
    cut: 'Sin los mensajes a los que responde y sin la firma: todo está más arriba, en “El correo tal como llegó”.',
    until: day =>
      `Si usted se va, el correo espera en la bitácora hasta el ${day}, para quienes llevan esta memoria, y luego se elimina.`,
    keptDone: 'Lo que usted cambió queda guardado con el correo, para usted y sus colegas.',
    asLeft: name => `Tal como lo dejó ${name}.`,
    stale: name =>
      `${name} cambió este formulario mientras tanto y lo guardó. Lo que usted escribió está abajo: si lo anota o lo guarda, reemplaza la otra versión.`,
    somebody: 'Alguien',
    staleLook: 'Ver la otra versión en una pestaña nueva',
    whoIsIt: who => `${who}: ¿es una persona ya conocida aquí?`,
    whoSame: who => `Sí, ${who}`,
    whoGets: 'Aquí todavía no se conoce ninguna dirección: esta se agrega al contacto.',
    whoKeeps: address => `El contacto conserva la dirección ${address}.`,
    whoNew: 'No, es otra persona: agregarla a los contactos',
    whoNobody: 'No agregar',
    whoAsk: 'Aquí ya se conoce a alguien con este nombre: indique si es la misma persona.',
    save: 'Anotar',
    later: 'Guardar para más tarde',
    drop: 'Descartar',
  },
  attached: {
    label: 'Conservar como documentos',
    named: (name, size) => `${name} (${size})`,
    nameless: 'Archivo adjunto sin nombre',
    categories: 'Sus categorías',
    categoryOf: name => `Categoría de ${name}`,
    refused: 'No aceptados, ni conservados:',
    more: count => plural('es', count, { one: '# archivo adjunto más', other: '# archivos adjuntos más' }),
  },
  drop: {
    title: subject => `¿Descartar “${subject}”?`,
    text: 'El correo y sus archivos adjuntos dejan de esperar para siempre. Nada de él estaba en la bitácora.',
    done: 'El correo se descartó.',
  },
  log: {
    forgotten: count =>
      plural('es', count, {
        one: 'Eliminación de un correo que nadie anotó a tiempo',
        other: 'Eliminación de # correos que nadie anotó a tiempo',
      }),
    erased: count =>
      plural('es', count, {
        one: 'Eliminación de un correo en espera que nombraba una dirección borrada',
        other: 'Eliminación de # correos en espera que nombraban una dirección borrada',
      }),
  },
  errors: {
    missing: 'Elija el archivo de un correo.',
    tooLarge: most => `Este correo supera ${most}. Anótelo a mano y agregue los adjuntos como documentos.`,
    tooMany: most => `Ya esperan ${most} correos. Anote o descarte algunos, en la bitácora, y luego traiga este.`,
    damaged: 'No es un correo que se pueda leer. En su programa de correo, guarde el propio mensaje como archivo .eml.',
    tooMuch: 'Leer este correo exige más memoria o tiempo de lo permitido. Anótelo a mano.',
  },
} satisfies Messages<typeof en>
