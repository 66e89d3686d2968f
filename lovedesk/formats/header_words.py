"""What the headers of tables mean, by their words in several languages, never by their position."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from lovedesk.formats import header_languages


class Column(NamedTuple):
    """What a header says: a field, whose place (home, work, other) it is of, and its number among its like."""

    field: str
    place: str = ""
    number: int = 1


PHRASES = {
    "name": "name, full name, display name, vollstandiger name, anzeigename, nom complet, nom affiche, nome "
            "completo, nome visualizzato, nombre completo, nombre mostrado, naam, volledige naam, weergavenaam, "
            "nom, nombre, nome, persona, person, contact name, nom contact, kontaktname, nombre contacto, nome "
            "contatto, vor und nachname, vor nachname, name vorname, nachname vorname, nom prenom, prenom nom, last "
            "name first name",
    "customer": "customer, customer name, kunde, kundin, kunden, kundenname, client, clients, client name, nom "
                "client, cliente, nombre cliente, nome cliente, klant, klantnaam, naam klant, account name",
    "contact": "contact, contact person, ansprechpartner, ansprechpartnerin, ansprechperson, kontakt, "
               "kontaktperson, personne contact, interlocuteur, contacto, persona contacto, contatto, persona "
               "riferimento, referente, contactpersoon",
    "given": "first name, firstname, given name, forename, christian name, vorname, rufname, prenom, nombre pila, "
             "primer nombre, nome battesimo, voornaam, roepnaam, first",
    "middle": "middle name, middle names, additional name, weitere vornamen, zweiter vorname, deuxieme prenom, "
              "autres prenoms, segundo nombre, secondo nome, tweede naam, middelste naam, tussenvoegsel",
    "family": "last name, lastname, surname, family name, nachname, familienname, zuname, nom famille, apellido, "
              "apellidos, primer apellido, cognome, achternaam, familienaam, last",
    "title": "title, titre, titel, titolo, titulo, tratamiento",
    "prefix": "name prefix, prefix, anrede, salutation, civilite, prefisso, appellativo, aanhef, courtesy title",
    "suffix": "name suffix, suffix, suffixe, namenszusatz, sufijo, titolo straniero, achtervoegsel",
    "nickname": "nickname, nick name, short name, spitzname, surnom, apodo, sobrenombre, soprannome, bijnaam",
    "company": "company, company name, organization, organisation, organization name, organisation name, business, "
               "business name, firm, firma, firmenname, unternehmen, betrieb, societe, entreprise, raison sociale, "
               "empresa, organizacion, compania, nombre empresa, societa, azienda, ditta, organizzazione, ragione "
               "sociale, nome societa, bedrijf, bedrijfsnaam, organisatie, naam bedrijf, employer",
    "department": "department, organization department, abteilung, service, departement, departamento, reparto, "
                  "afdeling",
    "role": "job title, jobtitle, job, position, role, function, funktion, stellung, organization "
            "title, fonction, poste, puesto, cargo, posizione, qualifica, mansione, functie, functietitel",
    "email": "email, email address, emails, mail, mail address, primary email, secondary email, emailadresse, "
             "mailadresse, additional email, adresse mail, adresse email, adresse messagerie, adresse courrier, "
             "courriel, adresse electronique, correo electronico, correo, direccion correo electronico, direccion "
             "correo, posta elettronica, indirizzo posta elettronica, indirizzo email, email primaria, email "
             "secondaria, emailadres, emailadressen, adres email, primare email, sekundare email, email secondaire, "
             "email principale, alternate email",
    "phone": "phone, phone number, telephone, telephone number, tel, tel no, tel nr, tel number, phones, telefon, "
             "telefonnummer, telefonnr, rufnummer, festnetz, landline, ruf, numero telephone, telefono, numero "
             "telefono, telefoon, telefoonnummer, telefoonnr, fon, tlf, tf, primary phone, telefono fijo, fijo, "
             "telefono fisso, fisso, other phone, call",
    "mobile": "mobile, mobile phone, mobile number, mobile no, mobil, mobiltelefon, mobilnummer, mobiltel, "
              "mobilfunk, handy, handynummer, cell, cell phone, cellphone, cellular, cell number, telephone mobile, "
              "telephone portable, portable, tel mobile, tel portable, movil, telefono movil, celular, telefono "
              "celular, cellulare, telefono cellulare, numero cellulare, mobiel, mobiele telefoon, mobiel nummer, "
              "gsm, natel, gsm nummer",
    "fax": "fax, fax number, fax no, faxnummer, fax nr, telefax, telecopie, telecopieur, numero fax, faxnr",
    "pager": "pager, pager number, recepteur radiomessagerie, cercapersone, buscapersonas, localizador, semafoon",
    "main": "primary phone number, haupttelefon, telephone principal, telefono principal, telefono principale, "
            "hoofdtelefoon, main phone",
    "carphone": "car phone, autotelefon, telephone voiture, telefono auto, telefono automovil, autotelefoon",
    "companyphone": "company main phone, telefon firma, telephone societe, telefono principale societa, "
                    "hoofdtelefoon bedrijf, telefono principal organizacion, telefono organizacion",
    "assistantphone": "assistant s phone, telefon assistent, telephone assistant e, telefono assistente, telefoon "
                      "assistent, telefono ayudante, telefono asistente",
    "street": "street, street address, street name, strasse, strasse und hausnummer, strasse hausnummer, strasse "
              "nr, str, anschrift strasse, rue, numero et rue, calle, direccion calle, via, indirizzo via, straat, "
              "straatnaam, address line 1, address line, address line 2, addr 1, adresszeile, extended address, "
              "adresszusatz, complement adresse",
    "housenumber": "house number, hausnummer, hausnr, huisnummer, numero civico, numero rue",
    "city": "city, town, place, locality, suburb, city town, town city, ort, stadt, wohnort, ville, localite, "
            "commune, ciudad, poblacion, localidad, municipio, citta, localita, comune, plaats, woonplaats, stad, "
            "gemeente",
    "region": "state, region, province, county, state province, state region, bundesland, bundesland kanton, "
              "kanton, dep region, departement region, provincia, estado, estado provincia, provincia estado, "
              "provincie",
    "postcode": "postcode, post code, postal code, zip, zip code, zipcode, zip postal code, plz, postleitzahl, code "
                "postal, cp, codigo postal, c p, cap, codice postale, postal",
    "country": "country, country region, land, land region, staat, pays, pays region, pais, pais region, paese, "
               "nazione, paese area geografica, land regio, stato",
    "zipcity": "plz ort, zip city, postcode city, cp ville, code postal ville, cap citta, postcode plaats",
    "pobox": "po box, postfach, boite postale, bp, apartado, apartado postal, casella postale, postbus, "
             "postbusnummer",
    "address": "address, full address, postal address, mailing address, location, adresse, anschrift, adresse "
               "complete, adresse postale, direccion, domicilio, indirizzo, adres, volledig adres, formatted",
    "web": "website, web site, web page, webpage, web, url, homepage, home page, www, internet, internetseite, "
           "webseite, site web, site internet, page web, sitio web, pagina web, sito, sito web, webpagina, personal "
           "web page, personal website, blog",
    "im": "im address, im, chat, skype, skype name, screen name, messenger, whatsapp, telegram, signal, imaddress, "
          "instagram, facebook, linkedin, twitter, nom ecran",
    "birthday": "birthday, birth date, birthdate, date birth, dob, born, geburtstag, geburtsdatum, geb datum, "
                "gebdatum, geb, geboren, geboren am, date naissance, naissance, ne e le, cumpleanos, fecha "
                "nacimiento, nacimiento, compleanno, data nascita, nato il, verjaardag, geboortedatum, geboortedag, "
                "anniversaire",
    "birthyear": "birth year, geburtsjahr, annee naissance, ano nacimiento, anno nascita, geboortejaar",
    "birthmonth": "birth month, geburtsmonat, mois naissance, mes nacimiento, mese nascita, geboortemaand",
    "birthdayofmonth": "birth day, geburtstag tag, jour naissance, dia nacimiento, giorno nascita",
    "anniversary": "anniversary, wedding anniversary, wedding day, jahrestag, hochzeitstag, anniversaire mariage ou "
                   "fete, anniversaire mariage, anniversario, speciale datum, trouwdag, jubileum",
    "aniversario": "aniversario",       # a birthday in Portuguese, an anniversary in Spanish
    "since": "customer since, since, seit, kunde seit, client depuis, cliente desde, cliente dal, klant sinds, "
             "member since",
    "note": "note, notes, notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, kommentare, "
            "comment, comments, remark, remarks, remarque, remarques, commentaire, commentaires, info, nota, notas, "
            "observaciones, comentarios, comentario, annotazioni, osservazioni, commenti, opmerking, opmerkingen, "
            "notitie, notities, memo, description, beschreibung",
    "spouse": "spouse, spouse name, partner, partner in, partnerin, ehepartner, conjoint, conjoint e, conyuge, "
              "esposa, coniuge, nome coniuge partner, wife, husband, frau, mann, echtgenoot",
    "children": "children, kids, child, kinder, kind, enfants, hijos, figli, kinderen",
    "manager": "manager, manager s name, managers name, vorgesetzter, name des r vorgesetzten, name des der "
               "vorgesetzten, name vorgesetzten, name r vorgesetzten, responsable, nombre director, nome manager, "
               "naam manager",
    "assistant": "assistant, assistant s name, assistants name, name assistent, assistent in, nom assistant e, "
                 "nombre asistente, nome assistente, naam assistent, nombre ayudante",
    "referred": "referred by, referral, recommended by, empfohlen von, empfehlung, recommande par, recomendado por, "
                "presentato da, referentie van, referentie, referido por, geworben von",
    "hobby": "hobby, hobbies, hobbys, hobby s, interests, interessen, passe temps, loisirs, aficiones, aficion, "
             "passatempi, pasatiempos, interesses",
    "work": "profession, occupation, beruf, metier, profesion, professione, beroep",
    "office": "office location, office, buro, buero, bureau, oficina, ubicazione ufficio, kantoorlocatie, ubicacion "
              "oficina",
    "account": "account, konto, compte, cuenta, account no",
    "custno": "customer number, customer no, customer id, customer nr, kundennummer, kundennr, kunden nr, kunden "
              "nummer, kdnr, kd nr, numero client, no client, client id, numero cliente, n cliente, klantnummer, "
              "klantnr",
    "lastvisit": "last visit, last seen, last contact, letzter besuch, zuletzt besucht, letzter kontakt, derniere "
                 "visite, ultima visita, laatste bezoek, dernier contact, last order, letzter auftrag",
    "saygiven": "phonetic first name, given name yomi, first name phonetic, yomi first name",
    "sayfamily": "phonetic last name, family name yomi, last name phonetic, yomi last name",
    "say": "phonetic name, yomi name, pronunciation, aussprache, prononciation, pronunciacion, pronuncia, uitspraak",
    "uid": "uid, uuid",
    "language": "language, sprache, langue, idioma, lingua, taal, muttersprache",
    "tag": "labels, label, group membership, groups, group, categories, category, kategorie, kategorien, gruppe, "
             "gruppen, categorie, categoria, categorias, groupes, etiquetas, etichette, tags, tag, categorieen",
    "standing": "standing, status, customer status, kundenstatus",
    "keeper": "looked after by, keeper, betreut von, betreuer, betreuerin",
    "wish": "wish, how they wish to be reached, preferred contact, preferred channel, bevorzugter kontakt, "
            "kontaktwunsch, erreichbarkeit",
    "gone": "died or left, gone",
    "photo": "photo, foto, picture, bild, image",
    "action": "action, aktion, accion, azione, actie",
    "need": "needs, need, bedarf, wunsch, wunsche, besoins, necesidades, esigenze, wensen",
    "pet": "pet, pets, haustier, haustiere, dog, hund, animal, mascota, animali, huisdier",
    "food": "food, favourite food, favorite food, allergies, allergien, essen, diet",
    "ignored": "initials, initialen, initiales, iniciales, iniziali, priority, prioritat, priorite, prioridad, "
               "priorita, prioriteit, sensitivity, vertraulichkeit, critere diffusion, caracter, confidencialidad, "
               "riservatezza, gevoeligheid, private, privat, prive, privado, privato, email type, email typ, type "
               "messagerie, type courrier, tipo correo electronico, tipo posta elettronica, emailtype, emailtyp, "
               "email display name, email angezeigter name, nom complet adresse messagerie, nom complet adresse "
               "courrier, nombre mostrado correo electronico, nome visualizzato posta elettronica, weergavenaam "
               "email, email weergegeven naam, internet free busy, internet frei gebucht, disponibilite internet, "
               "disponibilita internet, internet beschikbaarheidsinfo, directory server, verzeichnisserver, serveur "
               "annuaire, server directory, adreslijstserver, file as, speichern unter, sort order, name suffix "
               "type",
}
EXACT = {
    "ufficio": Column("phone", "work"), "ufficio 2": Column("phone", "work", 2), "abitazione": Column("phone", "home"),
    "abitazione 2": Column("phone", "home", 2), "email 2 display name": Column("ignored"), "private": Column("ignored"),
    "privat": Column("ignored"), "prive": Column("ignored"), "privado": Column("ignored"), "office": Column("office"),
    "privato": Column("ignored"), "bureau": Column("office"), "buro": Column("office"), "business": Column("company"),
    "work": Column("phone", "work"), "home": Column("phone", "home"), "home page": Column("web"),
    "domicilio": Column("address"), "name": Column("name"), "business name": Column("company"),
}
PLACES = {word: place for place, words in {
    "home": "home private privat privater domicile prive personal particular casa domicilio ab abitazione thuis "
            "huis huisadres perso personnel privado",
    "work": "work business geschaftlich geschaeftlich dienstlich buro buero bureau office trabajo uff ufficio "
            "lavoro werk werkadres zakelijk pro professionnel firma professionnelle empresa company travail",
    "other": "other weitere weiterer weiteres autre otro otra altro altra ander andere anders",
}.items() for word in words.split()}
ADDRESS_PLACES = frozenset({"huisadres", "werkadres"})
SILENT = frozenset((
    "de del della dell di du des d la le el l les los the of op van voor pour per para por s my r e o y a im in"
).split())
GENERIC = frozenset((
    "customer customers client kunde kunden cliente klant contact kontakt person address adresse number nummer numero "
    "no nr und and personal adress direccion indirizzo primary main haupt residencia residenza datum date"
).split())

def fold(header: str) -> str:
    """Small letters without accents and marks: "E-Mail 2: Adresse" is "email 2 adresse"."""
    header = header.replace("ß", "ss").replace("ẞ", "ss")
    letters = unicodedata.normalize("NFKD", header).casefold()
    plain = "".join(char if char.isalnum() else " " for char in letters if not unicodedata.combining(char))
    spaced = " ".join(re.sub(r"(?<=[^\W\d_])(?=\d)", " ", plain).split())
    return re.sub(r"\be (?=mail|post)", "e", spaced)


FIELDS = {phrase: field for field, phrases in PHRASES.items() for phrase in phrases.split(", ")}
FIELDS = {" ".join(word for word in phrase.split() if word not in SILENT) or phrase: field
          for phrase, field in FIELDS.items() if not phrase.startswith("im ")} | FIELDS
FIELDS = {fold(phrase): field for field, phrases in header_languages.PHRASES.items()
          for phrase in phrases.split(", ")} | FIELDS
PLACES = {fold(word): place for place, words in header_languages.PLACES.items() for word in words.split()} | PLACES
TELLING = ("fax", "mobile", "pager", "email", "phone", "birthday", "postcode", "note", "web", "street", "city",
           "country")
STEMS = (("geburts", "birthday"), ("mobil", "mobile"), ("handy", "mobile"), ("telefax", "fax"), ("telef", "phone"),
         ("email", "email"), ("bemerk", "note"), ("notiz", "note"), ("telep", "phone"), ("postleit", "postcode"))
GOOGLE = re.compile(
    r"(email|phone|address|organization|organisation|relation|website|event|im|custom field) (\d+) (.+)$")


OWN = re.compile(r"([^\W\d_]+)\s*:\s*(\S.*)$")
BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)(?:\s*\(\d+\))?$")
LABELLED = frozenset({"phone", "mobile", "email", "web", "im", "address", "street", "city", "postcode", "country"})
OWN_KINDS = {"detail": "detail", "day": "day", "relation": "relation", "beziehung": "relation", "thema": "detail",
             "topic": "detail"}
OWN_WAYS = frozenset({"chat", "web"})     # in brackets stands the service or the page, which is no other field
TOPICS = {
    "need": "need", "worry": "worry", "care": "care", "hope": "hope", "history": "history", "goal": "goal",
    "plans": "plans", "process": "process", "place": "place", "family": "family", "pet": "pet", "food": "food",
    "hobby": "hobby", "note": "note",
}


def understand(header: str) -> Column | None:
    """What a header says, None where its words are not known. Google's numbered ones are "email.value" and the like."""
    if not header or len(header) > 80:
        return None
    if (told := OWN.match(header)) and (kind := OWN_KINDS.get(fold(told[1]))):
        label = told[2].strip()
        return Column(kind, TOPICS.get(fold(label), label) if kind == "detail" else label)
    camel = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header) if " " not in header.strip() else header
    told = BRACKETS.match(header)
    several = told is not None and (len(told[2].split()) > 1 or fold(told[1]) in OWN_WAYS) and not any(
        map(str.isdigit, told[2]))
    if told and several and (known := understand(told[1])) and known.field in LABELLED:
        return known._replace(place=told[2].strip())        # "Web (home page)" is not the web page at home
    for text in dict.fromkeys((fold(header), fold(camel))):
        if " - " in header and (match := GOOGLE.match(text)):
            part = match[3].replace(" ", "")
            return Column(f"{match[1].replace('organisation', 'organization').replace(' ', '')}.{part}",
                          "", int(match[2]))
        if known := EXACT.get(text) or _by_words(text):
            return known
    if told and (known := understand(told[1])) and known.field in LABELLED:
        return known._replace(place=told[2].strip())
    return None


def _by_words(text: str) -> Column | None:
    if text in FIELDS:
        return Column(FIELDS[text])
    words = text.split()
    numbers = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    words = [word for word in words if not word.isdecimal() and word not in SILENT]
    number = numbers[-1] if numbers else 1
    if field := FIELDS.get(" ".join(words)):
        return Column(field, "", number)
    places = [word for word in words if word in PLACES]
    rest = [word for word in words if word not in PLACES]
    place = PLACES[places[0]] if places else ""
    if not rest:
        return Column("address", place, number) if any(word in ADDRESS_PLACES for word in places) else None
    field = FIELDS.get(" ".join(rest)) or FIELDS.get(" ".join(word for word in rest if word not in GENERIC))
    if field:
        return Column(field, place, number)
    if len(rest) > 3:
        return None
    told = {FIELDS.get(word) or next((field for stem, field in STEMS if word.startswith(stem)), "")
            for word in rest if word not in GENERIC}
    if "" in told:
        return None
    return next((Column(field, place, number) for field in TELLING if field in told), None)
