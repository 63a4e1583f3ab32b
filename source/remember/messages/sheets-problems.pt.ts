import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sheets-problems.en.ts'

export const pt: Messages<typeof en> = {
  errors: {
    missing: (field: string) => `Falta “${field}”.`,
    date: (found: string) =>
      `“${found}” não pôde ser lido como data. Esperado, por exemplo: 1998, 06/2004, 12/06/2004, por volta de 2004 ou 2004–2010.`,
    day: (found: string) => `“${found}” não é um dia preciso. Esperado: um dia, por exemplo 12/06/2014.`,
    choice: (found: string, expected: string) => `“${found}” não é nenhum dos valores. Esperado: ${expected}.`,
    country: (found: string) => `“${found}” não é um país conhecido. Esperado: o nome ou as duas letras.`,
    language: (found: string) =>
      `“${found}” não é um idioma conhecido. Esperado, por exemplo: português, español ou fr.`,
    months: (found: string) =>
      `“${found}” não é uma duração. Esperado: um número de meses, por exemplo 12, 6 meses ou 90 dias.`,
    amount: (found: string) => `“${found}” não é um valor em dinheiro. Esperado, por exemplo: 12.500,50.`,
    currency: (found: string) => `“${found}” não é uma moeda. Esperado: as três letras, por exemplo BRL.`,
    'currency-missing': (found: string) =>
      `A moeda de “${found}” não está indicada. Acrescente uma coluna ou escolha uma para toda a planilha.`,
    email: (found: string) => `“${found}” não é um endereço de e-mail. Esperado: algo como nome@example.org.`,
    link: (found: string) => `“${found}” não é um endereço web. Esperado: algo como https://example.org.`,
    identifiers: (found: string) =>
      `“${found}” não é um identificador. Esperado: um registro e um número, por exemplo cnpj: 12345678000190.`,
    id: (found: string) => `“${found}” não é um identificador do Perenne. Deixe a célula vazia para um registro novo.`,
    'id-unknown': (found: string) =>
      `Nenhum registro desta memória tem o identificador “${found}”. Deixe a célula vazia para um registro novo.`,
    'too-long': (found: string, most: string) => `“${found}…” é longo demais: no máximo ${most} caracteres.`,
    'cell-error': (found: string) =>
      `A célula contém o erro ${found} da planilha. Corrija a fórmula ou escreva o valor.`,
    order: (found: string) => `Este fim vem antes do início${found === '' ? '' : `: “${found}”`}.`,
    ambiguous: (found: string) =>
      `Vários registros desta memória têm o nome “${found}”. Diga qual pelo identificador do Perenne.`,
    'relationship-unknown': (found: string) =>
      `“${found}” não é uma relação desta memória. Esperado: o nome de uma relação ou o do seu único parceiro.`,
    'contact-unknown': (found: string) =>
      `“${found}” não está entre os contatos. Importe primeiro os contatos ou não leia esta coluna.`,
    'tacit-needs': (field: string) => `Um acordo que se renova tacitamente precisa de “${field}”.`,
    'indefinite-end': 'Um acordo sem prazo não tem fim: escreva outra renovação ou deixe o fim vazio.',
  },
  warnings: {
    serial: (found: string, day: string) => `“${found}” é lido como a data ${day}: a planilha perdeu o formato.`,
    like: (found: string, read: string) => `“${found}” é lido como “${read}”.`,
    thousands: (found: string, read: string) => `“${found}” é lido como ${read}: o sinal é tomado pelo dos milhares.`,
    alike: (found: string, like: string) => `“${found}” é novo e se parece com “${like}”, já conhecido. É o mesmo?`,
    'new-actor': (found: string) => `“${found}” ainda não é conhecido: é acrescentado aos parceiros e atores.`,
    again: (row: string) => `Fala do mesmo registro que a linha ${row}: o que é novo se acrescenta a ele.`,
    conflict: (found: string, row: string) =>
      `“${found}” diz outra coisa que a linha ${row}: fica o que diz a linha ${row}.`,
    merged: (found: string, from: string, to: string) =>
      `Células mescladas da linha ${from} à linha ${to}: “${found}” é lido em cada uma.`,
    'passed-over': (found: string) => `Deixado de lado, como título ou total: “${found}”.`,
    'language-guessed': (language: string) => `Os textos desta linha são lidos em ${language}.`,
    'one-word-name': (found: string) => `“${found}” é uma palavra só: é tomada pelo sobrenome.`,
  },
}
