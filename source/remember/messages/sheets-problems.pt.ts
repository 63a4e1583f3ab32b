import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sheets-problems.en.ts'

export const pt: Messages<typeof en> = {
  errors: {
    missing: (field: string) => `Falta “${field}”.`,
    date: (found: string) =>
      `“${found}” não pôde ser lido como data. Esperado, por exemplo: 1998, 06/2004, 12/06/2004, por volta de 2004 ou 2004–2010.`,
    day: (found: string) => `“${found}” é um período. Esperado: uma data, por exemplo 12/06/2014, 06/2014 ou 2014.`,
    choice: (found: string, expected: string) => `“${found}” não é nenhum dos valores. Esperado: ${expected}.`,
    country: (found: string) => `“${found}” não é um país conhecido. Esperado: o nome ou as duas letras.`,
    language: (found: string) =>
      `“${found}” não é um idioma conhecido. Esperado, por exemplo: português, español ou fr.`,
    months: (found: string) =>
      `“${found}” não é uma duração. Esperado: um número de meses, por exemplo 12, 6 meses ou 90 dias.`,
    amount: (found: string) => `“${found}” não é um montante. Esperado, por exemplo: 12.500,50.`,
    currency: (found: string) => `“${found}” não é uma moeda. Esperado: as três letras, por exemplo BRL.`,
    'currency-missing': (found: string) =>
      `A moeda de “${found}” não está indicada. Acrescente uma coluna ou escolha uma para toda a planilha.`,
    email: (found: string) => `“${found}” não é um endereço de e-mail. Esperado: algo como nome@example.org.`,
    link: (found: string) => `“${found}” não é um endereço web. Esperado: algo como https://example.org.`,
    identifiers: (found: string) =>
      `“${found}” não é um identificador. Esperado: um cadastro e um número, por exemplo cnpj: 12345678000190.`,
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
      `“${found}” não está entre as pessoas conhecidas aqui. Importe primeiro as pessoas ou não leia esta coluna.`,
    'tacit-needs': (field: string) => `Um acordo que se renova tacitamente precisa de “${field}”.`,
    'indefinite-end': 'Um acordo sem prazo não tem fim: escreva outra renovação ou deixe o fim vazio.',
    'exact-day': (found: string) =>
      `“${found}” não é um dia preciso. Espera-se uma data completa, por exemplo 12/06/2014.`,
    year: (found: string) => `“${found}” não é um ano. Esperam-se quatro algarismos, por exemplo 2014.`,
    count: (found: string) => `“${found}” não é um número. Espera-se um número inteiro, por exemplo 29.`,
    form: (found: string) => `“${found}” não tem a forma esperada aqui. Corrija, ou deixe a célula vazia.`,
    'post-unknown': (found: string) =>
      `“${found}” não é um cargo desta memória. Importe primeiro os cargos, ou escreva o nome como está lá.`,
    'term-unknown': (found: string) =>
      `“${found}” não é um mandato desta memória. Importe primeiro os mandatos, ou deixe a célula vazia.`,
    'not-settled': 'Há um dia de encerramento, e nada diz que foi encerrado. O compromisso foi cumprido ou abandonado?',
    negative: (found: string) => `“${found}” é menor que zero. Espera-se um valor, por exemplo 1.250,00.`,
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
    'alike-here': (found: string, row: string, like: string) =>
      `“${found}” se parece com “${like}” da linha ${row}. É o mesmo?`,
    'relationship-alike': (found: string, known: string) =>
      `Já se conhece uma relação do mesmo tipo com “${found}”: “${known}”. Esta linha cria outra, a não ser que seja essa.`,
    'relationship-alike-named': (found: string, known: string) =>
      `“${found}” é uma relação nova; já se conhece “${known}”, do mesmo tipo e com este parceiro. É a mesma?`,
    'agreement-alike': (found: string) =>
      `Outro acordo com este parceiro também se chama “${found}”, com outras datas: este se acrescenta.`,
    'end-without-signature': (found: string) =>
      `${found === '' ? 'Este acordo' : `“${found}”`} tem um fim, mas não uma data de assinatura: sem ela, nenhum vencimento será avisado.`,
    vaguer: (field: string, known: string, said: string) =>
      `“${field}”: a planilha diz “${said}”; o que se conhece é mais preciso (“${known}”) e fica.`,
    'other-date': (field: string, known: string, said: string) =>
      `“${field}”: a planilha diz “${said}”, mas se conhece “${known}”, que fica. Qual é o dado correto?`,
    'other-text': (field: string, said: string, known: string) =>
      `“${field}”: a planilha diz “${said}”, mas se conhece “${known}”, que fica. É para acrescentar depois ou colocar no lugar?`,
    'other-language': (source: string, said: string) =>
      `O registro está escrito em ${source} e esta linha parece estar em ${said}: os textos dela não são trazidos. Se traduzem os do registro, diga que a linha está em ${said}.`,
  },
}
