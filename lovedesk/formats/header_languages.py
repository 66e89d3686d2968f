"""The headers of address books in more languages: Outlook writes them in the language of whoever exports."""

PHRASES = {
    "given": "imię, fornavn, förnamn, etunimi, jméno, křestní jméno, krstné meno, meno, utónév, keresztnév, "
             "prenume, имя, ім'я, име, ad, adı, όνομα, ime, nome próprio, primeiro nome, 名, 名字, 이름, 名前名, "
             "שם פרטי, الاسم الأول",
    "middle": "drugie imię, mellemnavn, mellomnavn, mellannamn, toinen nimi, druhé jméno, stredné meno, "
              "отчество, по батькові, ikinci adı, segundo nome, nome do meio, ミドル ネーム, 中间名, 中間名",
    "family": "nazwisko, efternavn, etternavn, efternamn, sukunimi, příjmení, priezvisko, vezetéknév, nume, "
              "nume de familie, фамилия, прізвище, фамилно име, soyadı, επώνυμο, prezime, priimek, sobrenome, "
              "apelido, último nome, 姓, 姓氏, 성, שם משפחה, اسم العائلة",
    "name": "imię i nazwisko, navn, fulde navn, namn, nimi, celé jméno, teljes név, név, nume complet, "
            "полное имя, фио, ad soyad, ονοματεπώνυμο, ime i prezime, nome completo, 氏名, 名前, 姓名, 全名, "
            "성명, 表示名",
    "company": "firma, przedsiębiorstwo, selskab, virksomhed, företag, yritys, společnost, spoločnosť, cég, "
               "vállalat, companie, societate, организация, компания, організація, компанія, фирма, şirket, "
               "εταιρεία, tvrtka, poduzeće, podjetje, empresa, 会社名, 会社, 公司, 单位, 單位, 회사, חברה, الشركة",
    "department": "dział, wydział, afdeling, avdelning, avdeling, osasto, oddělení, oddelenie, részleg, "
                  "departament, отдел, відділ, departman, τμήμα, odjel, 部署, 部门, 部門, 부서",
    "role": "stanowisko, stilling, befattning, tehtävänimike, pracovní funkce, funkcia, beosztás, funcție, "
            "должность, посада, iş unvanı, unvan, θέση, cargo, radno mjesto, 役職, 职务, 職稱, 직함",
    "email": "adres e-mail, adres email, e-post, e-postadress, e-postadresse, mailadresse, sähköposti, "
             "sähköpostiosoite, e-mailová adresa, e-mail adresa, e-mail cím, adresă de e-mail, адрес эл. почты, "
             "адрес электронной почты, электронная почта, почта, адреса електронної пошти, имейл, e-posta, "
             "e-posta adresi, διεύθυνση ηλεκτρονικού ταχυδρομείου, endereço de email, endereço de e-mail, "
             "endereço de correio eletrónico, 電子メール アドレス, 電子メール, メールアドレス, メール, "
             "电子邮件地址, 电子邮件, 邮箱, 電子郵件地址, 전자 메일 주소, 이메일, דואר אלקטרוני, "
             "البريد الإلكتروني",
    "phone": "telefon, nr telefonu, telefonszám, puhelin, puhelinnumero, телефон, номер телефона, τηλέφωνο, "
             "telefoon, telefone, 電話, 電話番号, 电话, 電話號碼, 전화, 전화 번호, טלפון, هاتف, telefonní číslo, "
             "puhelin numero",
    "mobile": "telefon komórkowy, komórka, tel. komórkowy, mobiltelefon, mobilnummer, matkapuhelin, "
              "mobilní telefon, mobilný telefón, mobil, mobiltelefonszám, telefon mobil, мобильный телефон, "
              "телефон переносной, мобильный, мобільний телефон, мобилен телефон, cep telefonu, cep, "
              "κινητό τηλέφωνο, κινητό, mobitel, mobilni telefon, telefone celular, celular, telemóvel, "
              "携帯電話, 携帯, 移动电话, 手机, 行動電話, 휴대폰, 휴대 전화, טלפון נייד, الهاتف المحمول",
    "street": "ulica, adres ulica, gade, gate, gata, gatuadress, katuosoite, ulice, utca, stradă, strada, улица, "
              "вулиця, sokak, cadde, οδός, rua, endereço, 番地, 住所, 街道, 街, 거리, 번지",
    "city": "miasto, miejscowość, by, poststed, sted, postort, stad, kaupunki, paikkakunta, město, mesto, város, "
            "localitate, oraș, город, місто, град, şehir, πόλη, grad, cidade, localidade, 市区町村, 城市, 市縣, "
            "구/군/시, 도시",
    "postcode": "kod pocztowy, postnummer, postnr, postinumero, psč, irányítószám, cod poștal, почтовый индекс, "
                "индекс, поштовий індекс, пощенски код, posta kodu, ταχυδρομικός κώδικας, τ.κ., poštanski broj, "
                "poštna številka, código postal, cep código, 郵便番号, 邮政编码, 郵遞區號, 우편 번호",
    "region": "województwo, stan, region, län, maakunta, kraj, megye, județ, область, регион, bölge, il, νομός, "
              "distrito, 都道府県, 省/市/自治区, 州/省, 시/도",
    "country": "kraj, land, maa, země, stát, krajina, ország, țară, țara, страна, країна, държава, ülke, χώρα, "
               "država, país, 国, 国/地域, 国家, 國家, 국가",
    "birthday": "urodziny, data urodzenia, fødselsdag, fødselsdato, födelsedag, födelsedatum, syntymäpäivä, "
                "narozeniny, datum narození, narodeniny, dátum narodenia, születésnap, születési idő, "
                "zi de naștere, data nașterii, день рождения, дата рождения, день народження, рожден ден, "
                "doğum günü, doğum tarihi, γενέθλια, ημερομηνία γέννησης, rođendan, datum rođenja, rojstni dan, "
                "data de nascimento, nascimento, 誕生日, 生年月日, 生日, 출생일, 생일, תאריך לידה, تاريخ الميلاد",
    "anniversary": "rocznica, årsdag, bryllupsdag, vuosipäivä, výročí, výročie, évforduló, aniversare, "
                   "годовщина, річниця, годишнина, yıldönümü, επέτειος, obljetnica, obletnica, "
                   "aniversário de casamento, data especial, 記念日, 纪念日, 紀念日, 기념일",
    "note": "notatki, uwagi, noter, notat, notater, bemærkninger, merknader, anteckningar, anmärkning, "
            "huomautukset, muistiinpanot, poznámky, poznámka, megjegyzés, jegyzet, note, observații, заметки, "
            "примечание, примечания, комментарий, нотатки, примітки, бележки, notlar, not, σημειώσεις, bilješke, "
            "napomena, opombe, anotações, observações, メモ, 備考, 附注, 备注, 備註, 메모, 비고, הערות, ملاحظات",
    "web": "strona sieci web, strona www, webside, hjemmeside, nettside, webbsida, hemsida, verkkosivu, "
           "webová stránka, weblap, honlap, pagină web, веб-страница, сайт, веб-сторінка, web sayfası, "
           "ιστοσελίδα, web-stranica, página da web, web ページ, 网页, 網頁, 웹 페이지",
    "spouse": "współmałżonek, małżonek, ægtefælle, ektefelle, make/maka, maka, puoliso, manžel/ka, manžel, "
              "manželka, házastárs, soț/soție, супруг(а), супруга, супруг, чоловік/дружина, eş, eşi, σύζυγος, "
              "supružnik, cônjuge, 配偶者, 配偶, 배우자",
    "children": "dzieci, børn, barn, lapset, děti, deti, gyermekek, gyerekek, copii, дети, діти, деца, çocuklar, "
                "παιδιά, djeca, otroci, filhos, 子供, 子女, 孩子, 자녀",
    "referred": "polecony przez, polecający, henvist af, anbefalt av, rekommenderad av, suosittelija, "
                "doporučil(a), doporučil, odporučil, ajánlotta, recomandat de, рекомендация, кем рекомендован, "
                "aanbevolen door, doorverwezen door, indicado por, recomendado por, 紹介者, 推荐人, 介紹人, "
                "추천인",
    "hobby": "hobby, zainteresowania, intressen, harrastus, koníčky, záľuby, хобби, увлечения, hobiler, "
             "passatempo, 趣味, 业余爱好, 嗜好, 취미",
    "customer": "klient, klienta, kunde, kund, asiakas, zákazník, ügyfél, vevő, клиент, клієнт, müşteri, "
                "πελάτης, kupac, stranka, cliente, お客様, 顧客, 客户, 客戶, 고객",
    "prefix": "tytuł, forma grzecznościowa, tiltale, titel, puhuttelu, oslovení, oslovenie, megszólítás, "
              "обращение, hitap, 敬称, 称谓, 稱謂, 호칭",
    "work": "zawód, erhverv, yrke, ammatti, povolání, povolanie, foglalkozás, profesie, профессия, професія, "
            "meslek, profissão, 職業, 职业, 직업",
    "fax": "faks, fakssnummer, faxnummer, faksi, факс, φαξ, ファックス, 传真, 傳真, 팩스",
    "nickname": "pseudonim, ksywka, kaldenavn, smeknamn, lempinimi, přezdívka, prezývka, becenév, poreclă, "
                "псевдоним, прозвище, takma ad, apelido familiar, ニックネーム, 昵称, 暱稱, 애칭",
    "tag": "kategorie, kategorier, luokat, kategória, kategóriák, categorii, категории, категорії, kategoriler, "
           "categorias, 分類, 类别, 類別, 범주",
}
PLACES = {
    "home": "domowy domowa domowe prywatny prywatna bostad hem hemma hjem hjemme koti kotiosoite domů domácí "
            "bydliště domov otthoni lakás domiciliu acasă домашний домашняя дом домашній ev σπίτι οικίας kućni "
            "domaći residencial casa",
    "work": "służbowy służbowa służbowe praca arbejde arbeid jobb arbete työ zaměstnání práce pracovní práca "
            "munkahelyi hivatali serviciu рабочий рабочая работа робочий служебный iş εργασίας poslovni posao "
            "službeni comercial trabalho profissional",
    "other": "inny inna inne andet annen annat annan muu jiný jiná iný egyéb alt altul другой другая інший diğer "
             "άλλο drugi outro outra",
}
