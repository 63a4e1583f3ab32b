import { plural } from '../say.ts'
import type { AdministrationMessages } from './administration.en.ts'
import { bytes, list, momentOf } from './administration-values.ts'

const size = (value: number) => bytes('es', value)
const at = (instant: string) => momentOf('es', instant)
const all = (items: readonly string[]) => list('es', items)

const shift = (seconds: number) =>
  Math.abs(seconds) < 86_400
    ? plural('es', Math.round(Math.abs(seconds)), { one: '# segundo', other: '# segundos', many: '# de segundos' })
    : plural('es', Math.round(Math.abs(seconds) / 86_400), { one: '# día', other: '# días', many: '# de días' })

export const es: AdministrationMessages = {
  menu: 'Administración',
  title: 'Administración',
  lead: 'Cómo está esta instalación, sus copias de seguridad y dónde ocuparse de las personas, los correos y los textos.',
  links: {
    title: 'Ocuparse de',
    access: 'Derechos de acceso',
    people: 'Personas',
    spaces: 'Redes y territorios',
    mails: 'Correos por enviar',
    texts: 'Textos y traducciones',
    look: 'Nombre y color de este sitio',
    mailTest: 'Prueba de correo',
  },
  health: {
    title: 'Estado de la instalación',
    allWell: checks => `Las ${checks} verificaciones están bien.`,
    someIll: (ill, checks) =>
      ill === 1
        ? `Una verificación de ${checks} requiere su atención.`
        : `${ill} verificaciones de ${checks} requieren su atención.`,
    check: 'Verificación',
    found: 'Resultado',
    well: 'Bien',
    ill: 'Por corregir',
    caption: 'Verificaciones',
  },
  backups: {
    caption: 'Últimas copias',
    title: 'Copias de seguridad',
    lead: 'Cada noche a las 3:00 (UTC) toda la instalación se escribe en un solo archivo de la carpeta de datos. Se guarda la más reciente de cada uno de los últimos siete días, cinco semanas y doce meses. Cópielas en otra máquina: un disco que falla se lleva sus copias.',
    now: 'Hacer una copia ahora',
    when: 'Inicio (UTC)',
    file: 'Archivo',
    size: 'Tamaño',
    result: 'Resultado',
    good: 'Hecha',
    failed: why => `Falló: ${why}`,
    none: {
      title: 'Aún no hay copias de seguridad',
      text: 'La primera se hace esta noche a las 3:00 (UTC), o ahora con el botón.',
    },
    made: (file, value) => `La copia ${file} está hecha (${size(value)}).`,
    begun: 'La copia comenzó y continúa. Aparecerá en la lista cuando esté hecha.',
    notMade: why => `No se pudo hacer la copia: ${why}`,
  },
  checks: {
    settings: {
      title: 'Configuración',
      found: ({ problems }) => (problems.length === 0 ? 'Las variables de entorno se leen bien.' : problems.join(' ')),
      advice: 'Corrija las variables indicadas y vuelva a iniciar.',
    },
    node: {
      title: 'Node',
      found: ({ version }) => `Versión ${version}`,
      advice: 'Inicie Perenne con npm o con ./perenne, que traen Node 26.',
    },
    folder: {
      title: 'Carpeta de datos',
      found: ({ path, problem }) =>
        problem === null
          ? `${path} se puede leer y escribir.`
          : problem === 'missing'
            ? `${path} no existe.`
            : problem === 'not-writable'
              ? `Esta cuenta no puede escribir en ${path}.`
              : `${path} pertenece a otra cuenta.`,
      advice: 'Indique la carpeta correcta en PERENNE_DATA y ejecute esta orden con la cuenta que inicia Perenne.',
    },
    disk: {
      title: 'Espacio en el disco',
      found: ({ free }) => `Espacio libre: ${size(free)}`,
      advice: 'Deje al menos 1 GB libre: borre registros antiguos, mueva copias de seguridad o amplíe el disco.',
    },
    key: {
      title: 'Clave de firma',
      found: ({ problem }) =>
        problem === null
          ? 'La clave está en su lugar.'
          : problem === 'missing'
            ? 'keys/signing.key no existe.'
            : problem === 'wrong-length'
              ? 'keys/signing.key está dañada: no tiene 32 bytes.'
              : 'Otras cuentas pueden leer keys/signing.key.',
      advice:
        'Reponga la clave de la última copia, con el modo 600. Sin ella dejan de funcionar los enlaces de los correos ya enviados.',
    },
    database: {
      title: 'Base de datos',
      found: ({ version, error }) =>
        error === null ? `PostgreSQL ${version ?? ''}` : `La base de datos no se puede usar: ${error}`,
      advice:
        'Debe responder PostgreSQL 15 o más reciente. Consulte postgres.log en la carpeta de datos, o DATABASE_URL.',
    },
    roles: {
      title: 'Roles de la base de datos',
      found: ({ problems }) =>
        problems.length === 0 ? 'Cada rol puede lo que necesita y nada más.' : `Sobra o falta: ${all(problems)}.`,
      advice: 'Restablezca los roles como explica docs/install.md: de ellos depende la protección de cada tabla.',
    },
    policies: {
      title: 'Protección de las tablas',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `Las ${tables} tablas tienen seguridad por fila, siempre exigida.`
          : `Sin protección: ${all(problems)}.`,
      advice: 'Alguien modificó las tablas a mano: restaure la última copia buena en una instalación nueva.',
    },
    history: {
      title: 'Historial',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `Las ${tables} tablas con versiones guardan su historial.`
          : `Difiere de docs/data.md: ${all(problems)}.`,
      advice: 'Alguien modificó las tablas a mano: restaure la última copia buena en una instalación nueva.',
    },
    migrations: {
      title: 'Forma de la base de datos',
      found: ({ at, known }) => `Migración ${at}; este programa conoce ${known}.`,
      advice: 'Un número menor se pone al día en el próximo inicio. Uno mayor necesita el programa más reciente.',
    },
    clock: {
      title: 'Reloj',
      found: ({ seconds, demonstration }) =>
        seconds === 0
          ? 'La hora es la hora real.'
          : `La hora está desplazada ${shift(seconds)}${demonstration ? ', como corresponde a la demostración.' : '.'}`,
      advice: 'En uso real, ponga en 0 el desplazamiento de perenne.clock con el rol perenne_owner.',
    },
    mails: {
      title: 'Correos',
      found: ({ sent, late, failed }) =>
        !sent
          ? 'SMTP_URL no está definida: los correos no salen, se leen en su página.'
          : late === 0 && failed === 0
            ? 'Los correos salen.'
            : `Con más de 15 minutos de retraso: ${late}. Fallidos en los últimos siete días: ${failed}.`,
      advice: 'La página de correos dice por qué. Revise SMTP_URL y que esta máquina llegue a ese servidor.',
    },
    backups: {
      title: 'Copias de seguridad',
      found: ({ last, error }) =>
        [
          last === null ? 'Aún no hay copias.' : `Última copia buena: ${at(last)} (UTC).`,
          ...(error === null ? [] : [`La última falló: ${error}`]),
        ].join(' '),
      advice: 'Una copia buena debería tener menos de 48 horas. Corrija lo que indica el error y haga una copia ahora.',
    },
    address: {
      title: 'Dirección pública',
      found: ({ url }) => url,
      advice: 'Ponga en PUBLIC_URL la dirección https que se escribe: con ella comienzan los enlaces de los correos.',
    },
  },
}
