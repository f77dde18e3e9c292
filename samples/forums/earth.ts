/** Sample forums on warning of disasters and on climate, open to the world. */
import type { ForumEntry } from './forum.ts';

export const EARTH: readonly ForumEntry[] = [
  {
    slug: 'disaster-early-warning-forum',
    title: '灾害早期预警与应急科技论坛|Forum on Early Warning and Emergency Technology',
    focus: 'open',
    topic: 'earth',
    fields: ['climate', 'remote-sensing', 'communications'],
    lead: 'ministry-emergency',
    with: ['academy-earth'],
    crafts: ['scholar', 'engineer', 'official'],
    abstract:
      '预警只有被听见、被相信、被执行才有意义。论坛从地震、山洪、台风和森林火灾的案例出发，讨论从传感器到村口喇叭的全过程。|A warning is worth something only if it is heard, believed and followed. From earthquakes, flash floods, typhoons and forest fires, the forum looks at the whole way from the sensor to the loudspeaker at the village gate.',
    talks: `地震预警的六十秒|The sixty seconds of an earthquake warning
      人们为什么不撤离|Why people do not leave
      卫星看见的火点：从像元到指挥车|Fires seen from orbit: from pixel to command vehicle
      山洪预报的公里级分辨率|Flash flood forecasts at one kilometre
      断网之后：应急通信的最后手段|When the network is gone: the last resort of emergency communication`,
    panels: `误报与漏报，社会更能承受哪一个|False alarms or missed ones: which can a society bear better?`,
    problems: `预警信息的最后一公里|the last mile of a warning
      复合灾害的连锁反应|the chain reactions of compound disasters
      偏远地区监测的盲区|blind spots in remote regions`,
    uses: `山区村落的转移避险|moving mountain villages to safety
      城市内涝的应急调度|emergency response to urban flooding
      森林火险的巡护|patrols against forest fire`,
    areas: `地震学|seismology
      应急管理|emergency management
      灾害遥感|remote sensing of disasters`,
  },
  {
    slug: 'climate-prediction-forum',
    title: '气候预测与服务国际论坛|International Forum on Climate Prediction and Services',
    focus: 'open',
    topic: 'earth',
    fields: ['climate', 'ai-for-science'],
    lead: 'body-weather',
    with: ['academy-earth', 'university-science'],
    crafts: ['scholar', 'engineer', 'expert'],
    abstract:
      '论坛把做模式的人和用预报的人请到一起：电网调度员、水库管理者、保险精算师提出问题，气候科学家回答能预报到什么程度。|The forum brings those who build models together with those who use forecasts: grid operators, reservoir managers and actuaries ask, and climate scientists say how far a forecast can go.',
    talks: `次季节预测：两周到两个月之间|Between two weeks and two months: subseasonal prediction
      公里级地球系统模式的计算代价|What kilometre-scale models of the Earth cost to run
      给电网的风光预报|Wind and sunshine forecasts for the grid
      历史航海日志里的气候|The climate in old ships’ logs
      怎样告诉公众“百分之三十的可能性”|Telling the public about a thirty per cent chance`,
    panels: `气候服务应当收费吗|Should climate services be charged for?`,
    problems: `云与气溶胶的不确定性|the uncertainty of clouds and aerosols
      区域极端事件的归因|the attribution of regional extremes
      观测资料的不均匀|the unevenness of observations`,
    uses: `水库的蓄放调度|filling and releasing reservoirs
      农业保险的定价|the pricing of crop insurance
      高温健康预警|health warnings in heat`,
    areas: `气候动力学|climate dynamics
      数值模式|numerical models
      气候服务|climate services`,
  },
];
