import type { Language } from '../../article.ts'

/** The commonest characters that the two scripts write differently: simplified, then traditional. */
const pairs =
  '国國这這们們来來时時个個会會对對说說为為学學过過还還后後发發经經现現没沒动動关關开開问問见見长長点點无無样樣东東头頭种種样樣气氣车車话話听聽' +
  '门門间間进進边邊从從两兩应應当當实實体體机機业業产產电電书書报報万萬与與义義习習乡鄉买買乱亂争爭亚亞亲親亿億仅僅价價众眾优優传傳伤傷伦倫' +
  '伟偉侧側侨僑债債倾傾储儲儿兒党黨兰蘭兴興养養兽獸内內军軍农農冲衝决決况況净淨准準减減凤鳳击擊创創刘劉则則刚剛别別剂劑剧劇剑劍办辦务務劳勞势勢' +
  '华華协協单單卖賣卢盧卫衛厂廠历歷压壓县縣参參双雙变變叶葉号號吗嗎启啟员員响響团團园園围圍图圖圆圓圣聖场場坏壞块塊坚堅坛壇坝壩垒壘声聲处處备備' +
  '复復够夠夺奪奖獎妇婦妈媽娱娛婴嬰孙孫宁寧宝寶审審宪憲宫宮宽寬宾賓寻尋导導将將尔爾尘塵尝嘗层層属屬岁歲岛島岭嶺币幣师師帐帳带帶帮幫广廣庆慶库庫' +
  '废廢异異弃棄张張弹彈强強归歸录錄忆憶忧憂怀懷态態总總恶惡惊驚惯慣愿願戏戲战戰户戶执執扩擴扫掃扬揚护護担擔拟擬拥擁择擇挂掛挥揮损損换換据據敌敵' +
  '数數断斷旧舊显顯晓曉术術杀殺杂雜权權条條杨楊极極构構枪槍标標栏欄树樹桥橋检檢楼樓欢歡欧歐残殘毁毀毕畢汉漢汤湯沟溝泪淚泽澤洁潔浅淺测測济濟浓濃' +
  '涛濤润潤涨漲渐漸温溫湾灣湿濕满滿灭滅灯燈灵靈灾災炉爐炼煉烂爛烟煙烦煩热熱爱愛爷爺牵牽牺犧状狀独獨狮獅猎獵环環玛瑪疗療盐鹽监監盖蓋盘盤着著' +
  '矿礦码碼础礎确確礼禮离離积積称稱穷窮笔筆签簽简簡类類粮糧紧緊纪紀约約级級纯純纸紙线線组組细細织織终終绍紹结結绝絕给給络絡统統继繼绩績续續维維' +
  '绿綠编編练練缩縮网網罗羅罚罰职職联聯肃肅胜勝脑腦脚腳脸臉艰艱艺藝节節苏蘇荣榮药藥获獲营營虑慮虽雖蓝藍补補装裝观觀规規视視览覽觉覺计計认認讨討' +
  '让讓训訓议議记記许許论論设設访訪证證评評识識诉訴词詞译譯试試诗詩诚誠该該详詳语語误誤请請诸諸读讀课課谁誰调調谈談谢謝财財责責败敗货貨质質购購' +
  '贵貴贷貸费費资資赛賽赢贏赵趙达達迁遷运運远遠违違连連迟遲适適选選递遞逻邏遗遺邓鄧邮郵郑鄭释釋里裡钟鐘钢鋼钱錢铁鐵铜銅银銀锋鋒错錯键鍵镇鎮镜鏡' +
  '闭閉闻聞阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱难難雾霧静靜韩韓页頁顶頂项項顺順须須顾顧顿頓预預领領频頻题題颜顏风風飞飛饭飯馆館马馬驱驅验驗' +
  '鱼魚鲁魯鲜鮮鸟鳥鸡雞鸣鳴麦麥黄黃齐齊龄齡龙龍'

const simplified = new Set([...pairs].filter((_, index) => index % 2 === 0))
const traditional = new Set([...pairs].filter((_, index) => index % 2 === 1))

/** 'zh-Hant' for a text with more traditional than simplified characters, else 'zh-Hans'. */
export function chineseScript(text: string): Language {
  let balance = 0
  for (const character of text) {
    if (simplified.has(character)) balance++
    else if (traditional.has(character)) balance--
  }
  return balance < 0 ? 'zh-Hant' : 'zh-Hans'
}

/** 'sr-Cyrl' for a text with more Cyrillic than Latin letters, else 'sr-Latn'. */
export function serbianScript(text: string): Language {
  const cyrillic = text.match(/[Ѐ-ӿ]/g)?.length ?? 0
  const latin = text.match(/[A-Za-zčćđšžČĆĐŠŽ]/g)?.length ?? 0
  return cyrillic > latin ? 'sr-Cyrl' : 'sr-Latn'
}
