import type { Messages } from '#ground/languages/say.ts'
import type { en } from './kept-form.en.ts'

export const pt = {
  offline:
    'Não há rede. O que você escreveu fica guardado nesta página e é enviado assim que a rede voltar: deixe a página aberta.',
  back: 'Voltou o que você tinha escrito aqui sem enviar.',
  anew: 'Começar de novo',
  kept: 'Guardado com o e-mail às',
  other:
    'Outra pessoa mudou este formulário nesse meio-tempo: o que você escreve só é guardado com o e-mail por um botão abaixo.',
} satisfies Messages<typeof en>
