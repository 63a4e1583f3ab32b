import type { Messages } from '../say.ts'
import type { en } from './oidc.en.ts'

export const es: Messages<typeof en> = {
  button: name => `Iniciar sesión con ${name}`,
  onward: name => `Hacia ${name}`,
  onwardText: 'Su navegador continúa por sí solo. Si no lo hace, presione el botón.',
  done: 'Usted inició sesión.',
  unreachable: name => `${name} no responde por el momento. Use el enlace por correo o inténtelo más tarde.`,
  expired: 'Este inicio de sesión empezó hace demasiado tiempo o en otro navegador, o ya se usó. Empiece de nuevo.',
  givenUp: name => `${name} no abrió la sesión. Empiece de nuevo o use el enlace por correo.`,
  refused: name =>
    `La respuesta de ${name} no era de confianza y no se abrió ninguna sesión. Empiece de nuevo o use el enlace por correo.`,
  unverified: name => `${name} no indica que haya comprobado su dirección de correo. Use el enlace por correo.`,
  noAccount: name =>
    `Nadie tiene una cuenta aquí con la dirección que ${name} da para usted. Pida un derecho de acceso a la administración.`,
  otherIdentity: name =>
    `Otra cuenta de ${name} está vinculada aquí con esta dirección de correo. Inicie sesión con el enlace por correo y desvincule la anterior en su cuenta.`,
}
