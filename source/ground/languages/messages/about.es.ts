import type { Messages } from '../say.ts'
import type { en } from './about.en.ts'

export const es = {
  accessibility: {
    title: 'Accesibilidad',
    lead: 'Cada persona debe poder leer, inscribirse y trabajar aquí. Esto es lo que hicimos, y lo que todavía no sabemos.',
    aim: 'A qué aspiramos',
    aimText: [
      'Cada página busca cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.',
      'Cada página funciona sin JavaScript, solo con el teclado, en un ancho de 320 píxeles y ampliada al 400 %. Nada se dice solo con el color. Cada página está en un idioma, y los textos en otro están señalados.',
    ],
    tested: 'Lo que se probó',
    testedItems: [
      'cada página con un programa (axe), en una pantalla ancha y clara y en una angosta y oscura, en los cuatro idiomas por turno, cada vez que cambia el software',
      'que el HTML de cada página sea correcto, con un programa',
      'la inscripción, sin JavaScript y solo con el teclado, cada vez que cambia el software',
      'el orden del teclado, los mensajes de error y el aspecto de cada página, por quienes escribieron el software',
    ],
    notTested: 'Lo que no se probó',
    notTestedItems: [
      'todavía ninguna prueba hecha por personas con discapacidad, ni con sus lectores de pantalla o programas de voz',
      'ninguna auditoría de alguien de afuera',
      'los documentos y las imágenes que agregan quienes usan este sitio: no podemos responder por ellos',
    ],
    report: '¿Algo le impide avanzar?',
    reportText:
      'Díganos en qué página y qué quería hacer: escriba a la dirección de contacto que figura en la página del seminario. Si no logra inscribirse aquí, escriba también a esa dirección; alguien lo hará con usted.',
    writeTo: address => `También puede escribir a quienes administran este sitio: ${address}`,
  },
  privacy: {
    title: 'Datos personales',
    lead: 'Qué se guarda aquí sobre usted, dónde, por cuánto tiempo, y qué puede pedir.',
    kept: 'Qué se guarda',
    keptItems: [
      'Si se inscribe: su nombre, dirección de correo, teléfono si lo da, organización, país, idioma, categoría, a qué dio su consentimiento y con qué palabras exactas, y qué pasó con su inscripción.',
      'Si trabaja aquí: su nombre, dirección de correo e idioma, los derechos de acceso que recibió, de quién y por qué, y qué cambió y cuándo.',
      'Los correos que se le envían se guardan sin su nombre y sin su texto: ambos se componen de nuevo cuando alguien los mira.',
      'Los registros del servidor contienen el tipo de página y la hora, ni su nombre ni su dirección de red. Para frenar avalanchas de solicitudes, su dirección de red queda unos minutos en memoria y no se escribe.',
    ],
    where: 'Dónde',
    whereText: [
      'En el servidor de la organización que administra este sitio y en sus copias de seguridad, en ningún otro lugar. No interviene ninguna otra empresa: ni medición de audiencia, ni publicidad, ni letras o imágenes traídas de otra parte.',
      'Su nombre y su dirección están en un único lugar de la base de datos; todo lo demás remite a él.',
    ],
    long: 'Por cuánto tiempo',
    longItems: [
      'Una inscripción: el tiempo que decía el formulario cuando usted lo aceptó.',
      'Un enlace de acceso: 30 minutos. Una sesión: dos semanas desde su último uso, tres meses como máximo.',
      'Una copia de seguridad hecha antes de suprimir sus datos los contiene hasta que ella misma se borra, doce meses después como máximo.',
      'El historial de quién cambió qué se guarda sin límite, por número y sin nombres: una vez suprimidos sus datos, no conduce a nadie.',
    ],
    offices: 'Personas de contacto, autoridades electas y cargos públicos',
    officesText: [
      'Los territorios y las redes de este sitio guardan memoria de con quién trabajan: quién ocupó qué cargo y cuándo, quién participó en una reunión o una misión, qué se prometió. Usted puede figurar ahí sin haberse inscrito: la oficina del territorio lo anotó, o lo trajo de sus propios archivos o correos.',
    ],
    officesItems: [
      'Por qué es lícito: esta memoria forma parte de la misión de interés público de un gobierno local (RGPD, artículo 6, apartado 1, e). Los nombres de quienes ocupan u ocuparon un cargo público se conservan como archivo de interés público (artículos 17, apartado 3, d, y 89), o según la ley de su país que disponga lo mismo.',
      'Qué es público: de quien ocupa u ocupó un cargo público, el nombre, el cargo y sus fechas, donde el territorio haya elegido mostrar esa línea. El nombre de las demás personas, y las direcciones y los teléfonos de todas, solo los ven quienes trabajan para ese territorio.',
      'Por cuánto tiempo: la ficha de una persona, hasta que la oficina la quite; la de alguien de quien no se tienen noticias desde hace dos años se le señala. Una vez quitada la ficha, la dirección, el teléfono y los idiomas desaparecen para siempre, y también el nombre; solo el nombre y las fechas de un cargo público quedan, para la historia. Un correo traído por la oficina y no anotado: 14 días.',
      'Para consultar, corregir u oponerse: escriba a la oficina del territorio que lleva esa línea, o a quienes administran este sitio. Un nombre, un cargo o una fecha inexactos se corrigen; que antes hubo otra versión queda en el historial, que no guarda nombres.',
    ],
    rights: 'Qué puede pedir',
    rightsText: [
      'Ver lo que se guarda sobre usted, corregirlo, hacerlo suprimir, retirar un consentimiento. Su enlace personal, en el correo que confirmó su inscripción, la muestra; para lo demás, escriba a la dirección de contacto de la página del seminario.',
      'Con la supresión desaparecen su nombre, dirección y teléfono; las cifras, como cuántas personas vinieron, quedan.',
      'Si la respuesta no le satisface, puede acudir a la autoridad de protección de datos de su país.',
    ],
    cookies: 'Cookies y lo que guarda su navegador',
    cookiesText: 'Dos cookies, ambas necesarias, que no sirven para seguir a nadie; por eso no le preguntamos nada:',
    cookiesItems: [
      'perenne_session: que su sesión está abierta; solo si inicia sesión, hasta que salga o la sesión termine',
      'perenne_flash: el mensaje que le muestra la página siguiente; un minuto como máximo',
      'Solo en su propio dispositivo, y solo si usted lo elige: sus bloques de un programa (perenne:programme:…) y que desea ver las horas en su propia zona horaria (perenne:zone). Nada de eso nos llega.',
    ],
  },
} satisfies Messages<typeof en>
