import type { Messages } from '../say.ts'
import type { en } from './home.en.ts'

export const es = {
  title: 'Una acción internacional que sobrevive al mandato',
  lead: 'Ciudades y regiones inician hermanamientos, redes y proyectos en el exterior. Dan frutos mientras una persona electa los impulsa; luego llega la alternancia y se duermen. Perenne guarda lo que une a un territorio con el mundo, y lo entrega a quienes llegan.',
  meanings: 'En este sitio, “sostenible” quiere decir “que dura más allá de un mandato”, no “ecológico”.',
  demo: {
    banner: (moment: string) =>
      `Demostración: aquí estamos a ${moment}. Las personas, las respuestas y los territorios son inventados.`,
    momentIn: (moment: string, city: string) => `${moment} en ${city}`,
    bannerLink: 'Hacer el recorrido',
    title: 'La demostración',
    lead: 'Un programa real de 2018 y personas inventadas. El software es el verdadero; nada de lo que usted haga aquí sale de esta máquina.',
    personsTitle: 'Entrar como…',
    personsText:
      'Basta un clic para iniciar sesión. Ciérrela arriba, en cualquier página, para volver a estar de visita.',
    enter: (name: string) => `Ingresar como ${name}`,
    momentsTitle: 'Elegir un momento',
    momentsText:
      'Cada momento es una copia nueva: al elegir uno se borra lo que se hizo antes, por usted o por otra persona.',
    go: 'Empezar de nuevo este momento',
    dropped: 'Esta es una copia nueva. Lo que se había hecho antes ya no está.',
    tourTitle: 'Para probar',
    tourSeminar: 'El seminario',
    tour: [
      'Lea la página del seminario en los cuatro idiomas y luego pida un cupo.',
      'Entre como organizadora: su inscripción aparece en la lista y se puede leer el correo que usted habría recibido.',
      'Entre como traductor: vea qué falta, cambie un texto y observe cómo sus traducciones quedan desactualizadas.',
    ],
    tourMemory: 'La memoria de una ciudad',
    memoryTour: [
      'Lea lo que Brécourt-sur-Loire muestra a todo el mundo y busque “agua”: la respuesta llega también desde los otros idiomas.',
      'Entre como Solène Gaudry, que lleva esta memoria: ¿qué está inactivo, qué está por vencer, quién ocupaba cada cargo en 2009?',
      'Importe la hoja de cálculo de ejemplo, corrija lo que se señala y anule la importación: no queda nada de ella.',
    ],
    seminar: 'Ver el seminario',
    memory: 'Ver la memoria',
    persons: {
      administrator: 'instaló Perenne y lo cuida',
      organiser: 'organiza el seminario desde la oficina de la red',
      translator: 'cuida los cuatro idiomas',
      steward: 'estará en la puerta el día del encuentro',
      evaluator: 'lee todo y no cambia nada',
      keeper: 'cuida la memoria de una ciudad, Brécourt-sur-Loire',
    },
    moments: {
      opening: {
        when: 'lunes 4 de junio de 2018, 9:00 en París',
        what: 'Un mes de inscripciones: 142 personas tienen su cupo, 23 esperan y hay 11 solicitudes por examinar.',
      },
      'last-minute': {
        when: 'domingo 17 de junio de 2018, 23:50 en París',
        what: 'La sala está llena; quedan diez minutos para inscribirse en la lista de espera.',
      },
      closed: {
        when: 'miércoles 20 de junio de 2018, 10:00 en París',
        what: 'Las inscripciones están cerradas; un cupo devuelto todavía pasa a la lista de espera. Ya se publicó el programa definitivo, sin los cuatro defectos que la verificación había encontrado en el provisional.',
        changes: 'Qué ha cambiado en el programa, en ese momento',
      },
    },
    unknown: 'La demostración no conoce ni a esa persona ni ese momento.',
  },
} satisfies Messages<typeof en>
