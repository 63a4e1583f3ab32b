import type { Messages } from '../say.ts'
import type { en } from './home.en.ts'

export const pt = {
  title: 'Uma ação internacional que sobrevive ao mandato',
  lead: 'Cidades e regiões iniciam parcerias, redes e projetos no exterior. Eles dão frutos enquanto uma pessoa eleita os impulsiona; depois vem a alternância e eles adormecem. Perenne guarda o que liga um território ao mundo, e o transmite a quem chega.',
  meanings: 'Neste site, “sustentável” e “duradouro” querem dizer “que dura além de um mandato”, e não “ecológico”.',
  demo: {
    banner: (moment: string) =>
      `Demonstração: aqui estamos em ${moment}. As pessoas, as respostas e os territórios são inventados.`,
    momentIn: (moment: string, city: string) => `${moment} em ${city}`,
    bannerLink: 'Fazer a visita',
    title: 'A demonstração',
    lead: 'Um programa real de 2018 e pessoas inventadas. O software é o verdadeiro; nada do que se faz aqui sai desta máquina.',
    personsTitle: 'Entrar como…',
    personsText: 'Um clique basta para entrar. Saia no alto de qualquer página para voltar a ser visitante.',
    enter: (name: string) => `Entrar como ${name}`,
    momentsTitle: 'Escolher um momento',
    momentsText:
      'Cada momento é uma cópia nova: escolher um apaga o que foi feito antes, por você ou por outra pessoa.',
    go: 'Recomeçar este momento',
    dropped: 'Esta é uma cópia nova. O que havia sido feito antes desapareceu.',
    tourTitle: 'Para experimentar',
    tourSeminar: 'O seminário',
    tour: [
      'Leia a página do seminário nos quatro idiomas e depois peça uma vaga.',
      'Entre como organizadora: sua inscrição está na lista, e o e-mail que você teria recebido pode ser lido.',
      'Entre como tradutor: veja o que falta, altere um texto e observe as traduções ficarem desatualizadas.',
    ],
    tourMemory: 'A memória de uma cidade',
    memoryTour: [
      'Leia o que Brécourt-sur-Loire mostra a todos e procure “agua”: a resposta vem também dos outros idiomas.',
      'Entre como Solène Gaudry, que cuida desta memória: o que está adormecido, o que está a vencer, quem ocupava cada cargo em 2009?',
      'Importe a planilha de exemplo, corrija o que é apontado e desfaça a importação: não fica nada dela.',
    ],
    seminar: 'Ver o seminário',
    memory: 'Ver a memória',
    persons: {
      administrator: 'instalou o Perenne e cuida dele',
      organiser: 'organiza o seminário no escritório da rede',
      translator: 'cuida dos quatro idiomas',
      steward: 'ficará na entrada no dia do encontro',
      evaluator: 'lê tudo e não altera nada',
      keeper: 'cuida da memória de uma cidade, Brécourt-sur-Loire',
    },
    moments: {
      opening: {
        when: 'segunda-feira, 4 de junho de 2018, 9h em Paris',
        what: 'Um mês de inscrições: 142 pessoas têm a sua vaga, 23 esperam e há 11 pedidos a examinar.',
      },
      'last-minute': {
        when: 'domingo, 17 de junho de 2018, 23h50 em Paris',
        what: 'A sala está cheia; restam dez minutos para se inscrever na lista de espera.',
      },
      closed: {
        when: 'quarta-feira, 20 de junho de 2018, 10h em Paris',
        what: 'As inscrições estão encerradas; uma vaga devolvida ainda vai para a lista de espera. Já saiu o programa definitivo, sem os quatro defeitos que a verificação tinha encontrado no provisório.',
        changes: 'O que mudou no programa, nesse momento',
      },
    },
    unknown: 'A demonstração não conhece essa pessoa nem esse momento.',
  },
} satisfies Messages<typeof en>
