import type { Messages } from '../say.ts'
import type { en } from './about.en.ts'

export const pt = {
  accessibility: {
    title: 'Acessibilidade',
    lead: 'Todas as pessoas devem poder ler, se inscrever e trabalhar aqui. Isto é o que fizemos, e o que ainda não sabemos.',
    aim: 'O que buscamos',
    aimText: [
      'Cada página procura cumprir as Diretrizes de Acessibilidade para Conteúdo Web (WCAG) 2.2, no nível AA.',
      'Cada página funciona sem JavaScript, só com o teclado, em uma largura de 320 pixels e ampliada a 400%. Nada é dito apenas pela cor. Cada página está em um idioma, e os textos em outro são assinalados.',
    ],
    tested: 'O que foi testado',
    testedItems: [
      'cada página por um programa (axe), em uma tela larga e clara e em uma estreita e escura, nos quatro idiomas alternadamente, a cada mudança do software',
      'a correção do HTML de cada página, por um programa',
      'a inscrição, sem JavaScript e só com o teclado, a cada mudança do software',
      'a ordem do teclado, as mensagens de erro e o aspecto de cada página, por quem escreveu o software',
    ],
    notTested: 'O que não foi',
    notTestedItems: [
      'ainda nenhum teste por pessoas com deficiência, nem com os leitores de tela e programas de voz que elas usam',
      'nenhuma auditoria de alguém de fora',
      'os documentos e as imagens acrescentados por quem usa este site: não podemos responder por eles',
    ],
    report: 'Algo impede o seu acesso?',
    reportText:
      'Diga em que página e o que pretendia fazer: escreva para o endereço de contato indicado na página do seminário. Se não conseguir se inscrever aqui, escreva também para lá; alguém fará a inscrição com você.',
    writeTo: address => `Também é possível escrever a quem administra este site: ${address}`,
  },
  privacy: {
    title: 'Dados pessoais',
    lead: 'O que se guarda aqui sobre você, onde, por quanto tempo, e o que pode pedir.',
    kept: 'O que se guarda',
    keptItems: [
      'Em uma inscrição: nome, endereço de e-mail, telefone se for informado, organização, país, idioma, categoria, o que foi consentido e com que palavras exatas, e o que aconteceu com a inscrição.',
      'Para quem trabalha aqui: nome, endereço de e-mail e idioma, os direitos de acesso recebidos, de quem e por quê, e o que mudou e quando.',
      'Os e-mails enviados são guardados sem o seu nome e sem o texto: ambos são compostos de novo quando alguém os consulta.',
      'Os registros do servidor contêm o tipo de página e a hora, nem o seu nome nem o seu endereço de rede. Para conter enxurradas de pedidos, o endereço de rede fica alguns minutos na memória e não é guardado.',
    ],
    where: 'Onde',
    whereText: [
      'No servidor da organização que administra este site e em suas cópias de segurança, em nenhum outro lugar. Nenhuma outra empresa participa: nem medição de audiência, nem publicidade, nem fontes ou imagens vindas de fora.',
      'Seu nome e endereço ficam em um único lugar do banco de dados; todo o resto remete a ele.',
    ],
    long: 'Por quanto tempo',
    longItems: [
      'Uma inscrição: pelo tempo que o formulário indicava quando foi aceito.',
      'Um link de acesso: 30 minutos. Uma sessão: duas semanas após o último uso, três meses no máximo.',
      'Uma cópia de segurança feita antes da eliminação dos seus dados os contém até ser ela mesma apagada, doze meses depois no máximo.',
      'O histórico de quem mudou o quê é guardado sem limite, por número e sem nomes: uma vez eliminados os seus dados, não leva a ninguém.',
    ],
    offices: 'Pessoas de contato, autoridades eleitas e cargos públicos',
    officesText: [
      'Os territórios e as redes deste site guardam a memória de com quem trabalham: quem ocupou que cargo e quando, quem participou de uma reunião ou de uma missão, o que foi prometido. Você pode ser citado ali sem se ter inscrito: a equipe do território anotou, ou trouxe de seus próprios arquivos ou e-mails.',
    ],
    officesItems: [
      'Por que é lícito: esta memória faz parte da missão de interesse público de um governo local (RGPD, artigo 6.º, n.º 1, e). Os nomes de quem ocupa ou ocupou um cargo público são guardados como arquivo de interesse público (artigos 17.º, n.º 3, d, e 89.º), ou segundo a lei do seu país que disponha o mesmo.',
      'O que é público: de quem ocupa ou ocupou um cargo público, o nome, o cargo e as suas datas, onde o território escolheu mostrar essa linha. O nome das outras pessoas, e os endereços e telefones de todas, só são vistos por quem trabalha para esse território.',
      'Por quanto tempo: o registro de uma pessoa, até que a equipe o retire; a equipe é avisada quando há dois anos não se tem notícia da pessoa. Retirado o registro, o endereço, o telefone e os idiomas desaparecem para sempre, e o nome também; só o nome e as datas de um cargo público ficam, para a história. Um e-mail trazido pela equipe e não anotado: 14 dias.',
      'Para consultar, corrigir ou se opor: escreva à equipe do território que mantém essa linha, ou a quem administra este site. Um nome, um cargo ou uma data inexatos são corrigidos; que antes houve outra versão fica no histórico, que não guarda nomes.',
    ],
    rights: 'O que pode pedir',
    rightsText: [
      'Ver o que se guarda sobre você, corrigir, mandar eliminar, retirar um consentimento. O seu link pessoal, no e-mail que confirmou a inscrição, mostra a inscrição; para o resto, escreva para o endereço de contato da página do seminário.',
      'Com a eliminação desaparecem o nome, o endereço e o telefone; os números, como quantas pessoas vieram, permanecem.',
      'Se a resposta não for satisfatória, é possível recorrer à autoridade de proteção de dados do seu país.',
    ],
    cookies: 'Cookies e o que o seu navegador guarda',
    cookiesText:
      'Dois cookies, ambos necessários, que não servem para acompanhar ninguém; por isso não perguntamos nada:',
    cookiesItems: [
      'perenne_session: que a sessão está aberta; só para quem entra, até sair ou a sessão terminar',
      'perenne_flash: a mensagem que a página seguinte mostra; um minuto no máximo',
      'Só no seu próprio aparelho, e só por escolha sua: os seus blocos de um programa (perenne:programme:…) e que deseja ver as horas no seu próprio fuso horário (perenne:zone). Nada disso chega até nós.',
    ],
  },
} satisfies Messages<typeof en>
