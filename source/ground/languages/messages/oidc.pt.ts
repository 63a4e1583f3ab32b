import type { Messages } from '../say.ts'
import type { en } from './oidc.en.ts'

export const pt: Messages<typeof en> = {
  button: name => `Entrar com ${name}`,
  onward: name => `A caminho de ${name}`,
  onwardText: 'O navegador continua sozinho. Se não continuar, use o botão.',
  done: 'A sessão está aberta.',
  unreachable: name => `${name} não responde no momento. Use o link por e-mail ou tente mais tarde.`,
  expired: 'Esta entrada começou há tempo demais ou em outro navegador, ou já foi usada. Comece de novo.',
  givenUp: name => `${name} não abriu a sessão. Comece de novo ou use o link por e-mail.`,
  refused: name =>
    `A resposta de ${name} não era confiável e nenhuma sessão foi aberta. Comece de novo ou use o link por e-mail.`,
  unverified: name => `${name} não informa ter verificado seu endereço de e-mail. Use o link por e-mail.`,
  noAccount: name =>
    `Ninguém tem conta aqui com o endereço que ${name} informa. Peça um direito de acesso à administração.`,
  otherIdentity: name =>
    `Outra conta de ${name} está vinculada aqui a este endereço de e-mail. Entre com o link por e-mail e desvincule a anterior na sua conta.`,
}
