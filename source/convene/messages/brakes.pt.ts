import type { Messages } from '#ground/languages/say.ts'
import type { en } from './brakes.en.ts'

export const pt = {
  wrongCodes:
    'Foram tentados daqui códigos de convite demais que não existem. Espere dez minutos e confira o código com quem o deu.',
  tooManyByApi: 'Vieram inscrições demais deste endereço de rede em dez minutos.',
} satisfies Messages<typeof en>
