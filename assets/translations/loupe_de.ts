<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Since {time}.</source>
        <translation>Seit {time}.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>Annotate</name>
    <message>
        <source>Mark a defect first.</source>
        <translation>Zuerst einen Fehler markieren.</translation>
    </message>
    <message>
        <source>Nothing is marked on the previous image.</source>
        <translation>Auf dem vorigen Bild ist nichts markiert.</translation>
    </message>
    <message>
        <source>Image to mark</source>
        <translation>Bild zum Markieren</translation>
    </message>
    <message>
        <source>Looking for the defect ...</source>
        <translation>Der Fehler wird gesucht ...</translation>
    </message>
    <message>
        <source>Clicks now use the imported network.</source>
        <translation>Klicks verwenden jetzt das importierte Netz.</translation>
    </message>
    <message>
        <source>Clicks now use the built-in way.</source>
        <translation>Klicks nutzen jetzt den eingebauten Weg.</translation>
    </message>
    <message>
        <source>Asking the model of {recipe} ...</source>
        <translation>Das Modell von {recipe} wird befragt ...</translation>
    </message>
    <message>
        <source>Score above {score}</source>
        <translation>Wert über {score}</translation>
    </message>
    <message>
        <source>Proposal from map</source>
        <translation>Vorschlag (Karte)</translation>
    </message>
    <message>
        <source>Click what is missing, right click what is too much</source>
        <translation>Klick auf Fehlendes, Rechtsklick auf Überflüssiges</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>From map</source>
        <translation>Aus Karte</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Copy prev</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Weiten</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Engen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wieder</translation>
    </message>
    <message>
        <source>Looking through the folder ...</source>
        <translation>Der Ordner wird durchgesehen ...</translation>
    </message>
    <message>
        <source>This is the last image.</source>
        <translation>Dies ist das letzte Bild.</translation>
    </message>
    <message>
        <source>No image is like that. Choose another filter.</source>
        <translation>Kein Bild ist so. Einen anderen Filter wählen.</translation>
    </message>
    <message>
        <source>There is no image here.</source>
        <translation>Hier ist kein Bild.</translation>
    </message>
    <message>
        <source>{fresh} images joined or changed, {missing} are gone.</source>
        <translation>{fresh} Bilder sind neu oder geändert, {missing} fehlen.</translation>
    </message>
    <message>
        <source>{name}, {severity}, {count} marked</source>
        <translation>{name}, {severity}, {count} markiert</translation>
    </message>
    <message>
        <source>Defect classes</source>
        <translation>Fehlerklassen</translation>
    </message>
    <message>
        <source>Add a defect class</source>
        <translation>Fehlerklasse hinzufügen</translation>
    </message>
    <message>
        <source>Change the chosen defect class</source>
        <translation>Gewählte Fehlerklasse ändern</translation>
    </message>
    <message>
        <source>No class yet. Add one, then mark.</source>
        <translation>Noch keine Klasse. Eine hinzufügen, dann markieren.</translation>
    </message>
    <message>
        <source>label book</source>
        <translation>Fehlerbuch</translation>
    </message>
    <message>
        <source>Nobody has written yet what counts.</source>
        <translation>Noch hat niemand geschrieben, was zählt.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gesichert {time}</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Done, next image</source>
        <translation>Fertig, nächstes</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Die Bilder werden gelesen</translation>
    </message>
    <message>
        <source>{dataset} is ready: it is in the list of datasets.</source>
        <translation>{dataset} ist fertig und steht in der Liste der Datensätze.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Images of the dataset</source>
        <translation>Bilder des Datensatzes</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>major</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} fertig</translation>
    </message>
    <message>
        <source>{count} gone</source>
        <translation>{count} fehlen</translation>
    </message>
    <message>
        <source>Change this defect class</source>
        <translation>Diese Fehlerklasse ändern</translation>
    </message>
    <message>
        <source>New defect class</source>
        <translation>Neue Fehlerklasse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What counts, in one sentence</source>
        <translation>Was zählt, in einem Satz</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>Farbe {number}</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>The defect in hand is the example</source>
        <translation>Der gewählte Fehler ist das Beispiel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Let another class take it over</source>
        <translation>Von einer anderen Klasse übernehmen lassen</translation>
    </message>
    <message>
        <source>What happened to {name}</source>
        <translation>Was mit {name} geschah</translation>
    </message>
    <message>
        <source>Shall {other} take over {name}?</source>
        <translation>Soll {other} die Klasse {name} übernehmen?</translation>
    </message>
    <message>
        <source>Everything marked as {name} counts as {other} from now on. Old versions stay readable.</source>
        <translation>Alles, was als {name} markiert ist, zählt ab jetzt als {other}. Alte Fassungen bleiben lesbar.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen lassen</translation>
    </message>
    <message>
        <source>Leave both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Zuerst einen Namen schreiben.</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>Score from which it is marked</source>
        <translation>Wert, ab dem markiert wird</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Pixel by pixel (1:1)</source>
        <translation>Pixelgenau (1:1)</translation>
    </message>
    <message>
        <source>Filter the images</source>
        <translation>Bilder filtern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Only some images are shown.</source>
        <translation>Nur ein Teil der Bilder wird gezeigt.</translation>
    </message>
    <message>
        <source>Tags of this image</source>
        <translation>Schlagwörter dieses Bildes</translation>
    </message>
    <message>
        <source>Versions of this image</source>
        <translation>Fassungen dieses Bildes</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>Doch noch nicht fertig</translation>
    </message>
    <message>
        <source>Another recipe for the map</source>
        <translation>Ein anderes Rezept für die Karte</translation>
    </message>
    <message>
        <source>Import a network for clicks (SAM)</source>
        <translation>Netz für Klicks importieren (SAM)</translation>
    </message>
    <message>
        <source>Use the built-in click again</source>
        <translation>Wieder den eingebauten Klick nutzen</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Markierungen importieren</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Markierungen exportieren</translation>
    </message>
    <message>
        <source>Gallery, near-duplicates, golden sets</source>
        <translation>Galerie, Fast-Duplikate, Referenzsätze</translation>
    </message>
    <message>
        <source>Look through the folder again</source>
        <translation>Ordner erneut durchsehen</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>Alle Datensätze</translation>
    </message>
    <message>
        <source>Map of which recipe?</source>
        <translation>Karte welches Rezepts?</translation>
    </message>
    <message>
        <source>This defect</source>
        <translation>Dieser Fehler</translation>
    </message>
    <message>
        <source>It is: {name}</source>
        <translation>Das ist: {name}</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Folder with images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>The encoder (ONNX)</source>
        <translation>Der Encoder (ONNX)</translation>
    </message>
    <message>
        <source>The decoder (ONNX)</source>
        <translation>Der Decoder (ONNX)</translation>
    </message>
    <message>
        <source>Labels to import</source>
        <translation>Zu importierende Markierungen</translation>
    </message>
    <message>
        <source>Where shall the labels go?</source>
        <translation>Wohin mit den Markierungen?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is this dataset called?</source>
        <translation>Wie heißt dieser Datensatz?</translation>
    </message>
    <message>
        <source>The images stay in {folder}. Each is read once, so that it is known again.</source>
        <translation>Die Bilder bleiben in {folder}. Jedes wird einmal gelesen, damit es wiedererkannt wird.</translation>
    </message>
    <message>
        <source>Defect classes of</source>
        <translation>Fehlerklassen von</translation>
    </message>
    <message>
        <source>a product of its own</source>
        <translation>einem eigenen Produkt</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Which images?</source>
        <translation>Welche Bilder?</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Name, lot, author or tag has</source>
        <translation>Name, Los, Verfasser oder Schlagwort enthält</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Diese zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Nothing was saved for this image yet.</source>
        <translation>Für dieses Bild wurde noch nichts gesichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>nothing marked</source>
        <translation>nichts markiert</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Fassung {number}</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring back version {number}</source>
        <translation>Fassung {number} zurückholen</translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>A dataset is a collection of images of one product. Create one from a folder, then mark its defects: sixteen good masks are worth more than any change of the model.</source>
        <translation>Ein Datensatz ist eine Sammlung von Bildern eines Produkts. Aus einem Ordner anlegen, dann die Fehler markieren: Sechzehn gute Masken sind mehr wert als jede Änderung am Modell.</translation>
    </message>
    <message>
        <source>Create one from a folder</source>
        <translation>Aus einem Ordner anlegen</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Search and sort the images</source>
        <translation>Bilder suchen und sortieren</translation>
    </message>
    <message>
        <source>The images that were read until then are kept.</source>
        <translation>Die bis dahin gelesenen Bilder bleiben.</translation>
    </message>
    <message>
        <source>Export the labels as {format}?</source>
        <translation>Die Markierungen als {format} exportieren?</translation>
    </message>
    <message>
        <source>To {path}</source>
        <translation>Nach {path}</translation>
    </message>
    <message>
        <source>All of them come back from it pixel for pixel.</source>
        <translation>Alle kommen daraus pixelgenau zurück.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Import labels of {count} images?</source>
        <translation>Markierungen von {count} Bildern importieren?</translation>
    </message>
    <message>
        <source>New defect classes: {names}</source>
        <translation>Neue Fehlerklassen: {names}</translation>
    </message>
    <message>
        <source>{count} entries cannot be used and would be left out:</source>
        <translation>{count} Einträge sind unbrauchbar und würden ausgelassen:</translation>
    </message>
    <message>
        <source>Taken otherwise than it stands there: {count}</source>
        <translation>Anders übernommen, als es dort steht: {count}</translation>
    </message>
    <message>
        <source>Import the good ones</source>
        <translation>Die guten importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>There is nothing good to import.</source>
        <translation>Es gibt nichts Brauchbares zu importieren.</translation>
    </message>
    <message>
        <source>{count} images exported to {place}.</source>
        <translation>{count} Bilder nach {place} exportiert.</translation>
    </message>
    <message>
        <source>Images of {dataset}</source>
        <translation>Bilder von {dataset}</translation>
    </message>
    <message>
        <source>Labels imported: {count} images changed.</source>
        <translation>Markierungen importiert: {count} Bilder geändert.</translation>
    </message>
    <message>
        <source>took over “{name}”</source>
        <translation>hat „{name}“ übernommen</translation>
    </message>
    <message>
        <source>added as “{name}”</source>
        <translation>angelegt als „{name}“</translation>
    </message>
    <message>
        <source>renamed from “{old}” to “{new}”</source>
        <translation>umbenannt von „{old}“ in „{new}“</translation>
    </message>
    <message>
        <source>what counts was written</source>
        <translation>was zählt, wurde geschrieben</translation>
    </message>
    <message>
        <source>what counts was “{old}”</source>
        <translation>was zählt, war „{old}“</translation>
    </message>
    <message>
        <source>another colour</source>
        <translation>andere Farbe</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>andere Taste</translation>
    </message>
    <message>
        <source>another example</source>
        <translation>anderes Beispiel</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Show all causes</source>
        <translation>Alle Ursachen zeigen</translation>
    </message>
    <message>
        <source>Act on this</source>
        <translation>Hier handeln</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>Pixelformat</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>The controls appear here when the camera answers.</source>
        <translation>Die Regler erscheinen hier, sobald die Kamera antwortet.</translation>
    </message>
    <message>
        <source>Station asks</source>
        <translation>Station fragt</translation>
    </message>
    <message>
        <source>Sensor at the camera</source>
        <translation>Sensor an der Kamera</translation>
    </message>
    <message>
        <source>Free run</source>
        <translation>Freilauf</translation>
    </message>
    <message>
        <source>At an interval</source>
        <translation>In festem Abstand</translation>
    </message>
    <message>
        <source>Grey levels</source>
        <translation>Grauwerte</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>{percent} % of the best</source>
        <translation>{percent} % des besten Werts</translation>
    </message>
    <message>
        <source>Whole sensor</source>
        <translation>Ganzer Sensor</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Whole sensor, {w} × {h}</source>
        <translation>Ganzer Sensor, {w} × {h}</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Live picture of {camera}</source>
        <translation>Livebild von {camera}</translation>
    </message>
    <message>
        <source>{rate} frames/s</source>
        <translation>{rate} Bilder/s</translation>
    </message>
    <message>
        <source>{percent} % of the best so far</source>
        <translation>{percent} % des bisher besten Werts</translation>
    </message>
    <message>
        <source>{percent} % of the pixels are overexposed: shorten the exposure.</source>
        <translation>{percent} % der Pixel sind überbelichtet: kürzer belichten.</translation>
    </message>
    <message>
        <source>{percent} % of the pixels are overexposed.</source>
        <translation>{percent} % der Pixel sind überbelichtet.</translation>
    </message>
    <message>
        <source>Waiting for the first frame.</source>
        <translation>Warten auf das erste Bild.</translation>
    </message>
    <message>
        <source>The station is inspecting with this camera.</source>
        <translation>Die Station prüft gerade mit dieser Kamera.</translation>
    </message>
    <message>
        <source>Stop on Live to see the preview here.</source>
        <translation>Auf Live stoppen, dann erscheint hier die Vorschau.</translation>
    </message>
    <message>
        <source>{camera} is this station&apos;s camera now.</source>
        <translation>{camera} ist jetzt die Kamera dieser Station.</translation>
    </message>
    <message>
        <source>{camera} stands for {place} now.</source>
        <translation>{camera} steht jetzt für {place}.</translation>
    </message>
    <message>
        <source>A quality engineer or line lead can change the camera: sign in first.</source>
        <translation>Qualitätsingenieur oder Linienleiter kann die Kamera ändern: erst anmelden.</translation>
    </message>
    <message>
        <source>Choose a camera, and stop the inspection first.</source>
        <translation>Erst eine Kamera wählen und die Prüfung stoppen.</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>GenTL file (.cti)</source>
        <translation>GenTL-Datei (.cti)</translation>
    </message>
    <message>
        <source>For the recipe&apos;s camera</source>
        <translation>Für die Kamera des Rezepts</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Forget the best sharpness so far</source>
        <translation>Den bisher besten Wert vergessen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Picture and trigger</source>
        <translation>Bild und Auslöser</translation>
    </message>
    <message>
        <source>Use this camera</source>
        <translation>Diese Kamera nehmen</translation>
    </message>
    <message>
        <source>no device yet</source>
        <translation>noch kein Gerät</translation>
    </message>
    <message>
        <source>Use as {place}</source>
        <translation>Als {place} nehmen</translation>
    </message>
    <message>
        <source>GenTL producer of the camera&apos;s vendor</source>
        <translation>GenTL-Producer des Kameraherstellers</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Im Einsatz</translation>
    </message>
    <message>
        <source>In use as {place}</source>
        <translation>Im Einsatz als {place}</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Tasten dieser Seite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Sign in or out</source>
        <translation>An- oder abmelden</translation>
    </message>
    <message>
        <source>Dark or light theme</source>
        <translation>Dunkel oder hell</translation>
    </message>
    <message>
        <source>Close Loupe</source>
        <translation>Loupe schließen</translation>
    </message>
    <message>
        <source>Start inspecting</source>
        <translation>Prüfung starten</translation>
    </message>
    <message>
        <source>Stop inspecting</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Confirm the defect</source>
        <translation>Fehler bestätigen</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>Use as is</source>
        <translation>So verwenden</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Part above</source>
        <translation>Teil darüber</translation>
    </message>
    <message>
        <source>Part below</source>
        <translation>Teil darunter</translation>
    </message>
    <message>
        <source>Map and outline on or off</source>
        <translation>Karte und Umriss ein oder aus</translation>
    </message>
    <message>
        <source>Magnifier on or off</source>
        <translation>Lupe ein oder aus</translation>
    </message>
    <message>
        <source>Map on or off</source>
        <translation>Karte ein oder aus</translation>
    </message>
    <message>
        <source>Flicker with a good part</source>
        <translation>Wechseln mit einem guten Teil</translation>
    </message>
    <message>
        <source>Side by side with a good part</source>
        <translation>Neben einem guten Teil</translation>
    </message>
    <message>
        <source>Show the score early</source>
        <translation>Wert vorab zeigen</translation>
    </message>
    <message>
        <source>Next view of the part</source>
        <translation>Nächste Ansicht des Teils</translation>
    </message>
    <message>
        <source>Outline on or off</source>
        <translation>Umriss ein oder aus</translation>
    </message>
    <message>
        <source>Paler map</source>
        <translation>Karte blasser</translation>
    </message>
    <message>
        <source>Stronger map</source>
        <translation>Karte kräftiger</translation>
    </message>
    <message>
        <source>Magnify</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Hold view</source>
        <translation>Bild halten</translation>
    </message>
    <message>
        <source>Verdict large</source>
        <translation>Urteil groß</translation>
    </message>
    <message>
        <source>Older part</source>
        <translation>Älteres Teil</translation>
    </message>
    <message>
        <source>Newer part</source>
        <translation>Neueres Teil</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>Recipe / lot</source>
        <translation>Rezept / Los</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Refine the defect</source>
        <translation>Fehler verfeinern</translation>
    </message>
    <message>
        <source>Click on a defect</source>
        <translation>Fehler anklicken</translation>
    </message>
    <message>
        <source>Mask from the map</source>
        <translation>Maske aus der Karte</translation>
    </message>
    <message>
        <source>Fill the holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Copy from the previous image</source>
        <translation>Vom vorigen Bild kopieren</translation>
    </message>
    <message>
        <source>Grow the defect</source>
        <translation>Fehler weiten</translation>
    </message>
    <message>
        <source>Shrink the defect</source>
        <translation>Fehler engen</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Undo the last stroke</source>
        <translation>Letzten Strich zurücknehmen</translation>
    </message>
    <message>
        <source>Do the stroke again</source>
        <translation>Strich wiederholen</translation>
    </message>
    <message>
        <source>Remove the defect</source>
        <translation>Fehler entfernen</translation>
    </message>
    <message>
        <source>Accept the proposal, close the polygon</source>
        <translation>Vorschlag annehmen, Polygon schließen</translation>
    </message>
    <message>
        <source>Done, next image</source>
        <translation>Fertig, nächstes Bild</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next image, not done yet</source>
        <translation>Nächstes Bild, noch nicht fertig</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Pixel by pixel (1:1)</source>
        <translation>Pixelgenau (1:1)</translation>
    </message>
</context>
<context>
    <name>Datasets</name>
    <message>
        <source>Adding inspected parts</source>
        <translation>Geprüfte Teile werden hinzugefügt</translation>
    </message>
    <message>
        <source>Parts added until then are kept.</source>
        <translation>Bis dahin hinzugefügte Teile bleiben.</translation>
    </message>
    <message>
        <source>Images that joined the dataset: {count}</source>
        <translation>Neu im Datensatz: {count} Bilder</translation>
    </message>
    <message>
        <source>No image joined: there is none, or all are here already.</source>
        <translation>Kein Bild kam hinzu: Es gibt keines, oder alle sind schon hier.</translation>
    </message>
    <message>
        <source>Tagged &quot;{tag}&quot;: {count} images</source>
        <translation>Als „{tag}“ verschlagwortet: {count} Bilder</translation>
    </message>
    <message>
        <source>Tagging images</source>
        <translation>Bilder werden verschlagwortet</translation>
    </message>
    <message>
        <source>Comparing the files with what was frozen</source>
        <translation>Dateien werden mit dem Eingefrorenen verglichen</translation>
    </message>
    <message>
        <source>What was compared until then is shown.</source>
        <translation>Was bis dahin verglichen ist, wird gezeigt.</translation>
    </message>
    <message>
        <source>{name} is frozen.</source>
        <translation>{name} ist eingefroren.</translation>
    </message>
    <message>
        <source>Freezing</source>
        <translation>Wird eingefroren</translation>
    </message>
    <message>
        <source>Images tagged anew: {count}</source>
        <translation>Bilder mit neuen Schlagwörtern: {count}</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>Der Ordner wird durchgesehen</translation>
    </message>
    <message>
        <source>Images read until then are kept.</source>
        <translation>Bis dahin gelesene Bilder bleiben.</translation>
    </message>
    <message>
        <source>A second look at the labels</source>
        <translation>Ein zweiter Blick auf die Markierungen</translation>
    </message>
    <message>
        <source>Nothing is noted then.</source>
        <translation>Dann wird nichts vermerkt.</translation>
    </message>
    <message>
        <source>Labels to look at again: {count}</source>
        <translation>Noch einmal anzusehen: {count}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Defect class</source>
        <translation>Fehlerklasse</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Labelled by</source>
        <translation>Markiert von</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Score, from and to</source>
        <translation>Wert, von und bis</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Noch nicht fertig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Good parts</source>
        <translation>Gute Teile</translation>
    </message>
    <message>
        <source>With a defect</source>
        <translation>Mit Fehler</translation>
    </message>
    <message>
        <source>File is gone</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Not labelled</source>
        <translation>Nicht markiert</translation>
    </message>
    <message>
        <source>Model sees nothing here</source>
        <translation>Modell sieht hier nichts</translation>
    </message>
    <message>
        <source>Model sees a defect</source>
        <translation>Modell sieht einen Fehler</translation>
    </message>
    <message>
        <source>Its neighbours are labelled good</source>
        <translation>Ähnliche Bilder gelten als gut</translation>
    </message>
    <message>
        <source>Its neighbours are labelled {name}</source>
        <translation>Ähnliche Bilder haben {name}</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>{count} gezeigt</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} fertig</translation>
    </message>
    <message>
        <source>{count} gone</source>
        <translation>{count} fehlen</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>{count} gewählt</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} neu</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} geändert</translation>
    </message>
    <message>
        <source>{count} moved</source>
        <translation>{count} verschoben</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Größter Wert zuerst</translation>
    </message>
    <message>
        <source>Suspect labels first</source>
        <translation>Verdächtige zuerst</translation>
    </message>
    <message>
        <source>Last labelled first</source>
        <translation>Zuletzt markierte zuerst</translation>
    </message>
    <message>
        <source>Every part</source>
        <translation>Jedes Teil</translation>
    </message>
    <message>
        <source>Judged OK</source>
        <translation>Als OK beurteilt</translation>
    </message>
    <message>
        <source>Judged NG or REVIEW</source>
        <translation>Als NG oder REVIEW beurteilt</translation>
    </message>
    <message>
        <source>Defects that a person confirmed</source>
        <translation>Von einer Person bestätigte Fehler</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Golden set</source>
        <translation>Referenzsatz</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Dieses behalten</translation>
    </message>
    <message>
        <source>Keep the first of every group</source>
        <translation>Je Gruppe das erste behalten</translation>
    </message>
    <message>
        <source>The others get the tag &quot;duplicate&quot;. No file is touched.</source>
        <translation>Die anderen erhalten das Schlagwort „duplicate“. Keine Datei wird verändert.</translation>
    </message>
    <message>
        <source>Comparing the images</source>
        <translation>Bilder werden verglichen</translation>
    </message>
    <message>
        <source>Groups of images that look nearly the same appear here.</source>
        <translation>Hier erscheinen Gruppen von Bildern, die fast gleich aussehen.</translation>
    </message>
    <message>
        <source>No near-duplicates</source>
        <translation>Keine Fast-Duplikate</translation>
    </message>
    <message>
        <source>Every image of this dataset looks different enough from all others.</source>
        <translation>Jedes Bild dieses Datensatzes sieht anders genug aus als alle übrigen.</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} Gruppen</translation>
    </message>
    <message>
        <source>Every group has its one image.</source>
        <translation>Jede Gruppe hat ihr eines Bild.</translation>
    </message>
    <message>
        <source>Keep the first image of {count} groups?</source>
        <translation>Das erste Bild von {count} Gruppen behalten?</translation>
    </message>
    <message>
        <source>It is the one with most work in it; all others are tagged.</source>
        <translation>Darin steckt die meiste Arbeit; alle anderen werden verschlagwortet.</translation>
    </message>
    <message>
        <source>Tag the others</source>
        <translation>Die anderen verschlagworten</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Compare the files</source>
        <translation>Dateien vergleichen</translation>
    </message>
    <message>
        <source>Nothing is frozen yet</source>
        <translation>Noch ist nichts eingefroren</translation>
    </message>
    <message>
        <source>Freeze the images of the gallery: as a snapshot for training, or as a golden set that releases a recipe.</source>
        <translation>Bilder der Galerie einfrieren: als Schnappschuss zum Trainieren oder als Referenzsatz, der ein Rezept freigibt.</translation>
    </message>
    <message>
        <source>Fingerprint {groups}</source>
        <translation>Fingerabdruck {groups}</translation>
    </message>
    <message>
        <source>Changed after it was frozen</source>
        <translation>Nach dem Einfrieren geändert</translation>
    </message>
    <message>
        <source>Golden set of {count}, signed by {name} on {day}</source>
        <translation>Referenzsatz, {count}, unterzeichnet von {name} am {day}</translation>
    </message>
    <message>
        <source>Snapshot of {count}, made by {name} on {day}</source>
        <translation>Schnappschuss, {count}, von {name} am {day}</translation>
    </message>
    <message>
        <source>List and labels unchanged. The files were not compared yet.</source>
        <translation>Liste und Markierungen unverändert. Die Dateien sind noch nicht verglichen.</translation>
    </message>
    <message>
        <source>List and labels unchanged. Stopped: {done} of {total} files compared.</source>
        <translation>Liste und Markierungen unverändert. Abgebrochen: {done} von {total} Dateien verglichen.</translation>
    </message>
    <message>
        <source>List and labels unchanged.</source>
        <translation>Liste und Markierungen unverändert.</translation>
    </message>
    <message>
        <source>Unchanged: list, labels and every file.</source>
        <translation>Unverändert: Liste, Markierungen und jede Datei.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>Files gone or changed: {count}. {names}.</source>
        <translation>Dateien fehlen oder sind geändert: {count}. {names}.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Find suspect labels</source>
        <translation>Verdächtige suchen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Label images</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>No image is shown.</source>
        <translation>Kein Bild wird gezeigt.</translation>
    </message>
    <message>
        <source>Choose images first.</source>
        <translation>Zuerst Bilder wählen.</translation>
    </message>
    <message>
        <source>Name, lot, author or tag</source>
        <translation>Name, Los, Person oder Schlagwort</translation>
    </message>
    <message>
        <source>Search by name, lot, author or tag</source>
        <translation>Suche nach Name, Los, Person oder Schlagwort</translation>
    </message>
    <message>
        <source>As a snapshot, for training …</source>
        <translation>Als Schnappschuss, zum Trainieren …</translation>
    </message>
    <message>
        <source>As a golden set, signed …</source>
        <translation>Als Referenzsatz, unterzeichnet …</translation>
    </message>
    <message>
        <source>No image is like that</source>
        <translation>Kein Bild ist so</translation>
    </message>
    <message>
        <source>The dataset has images, but the filter leaves none of them.</source>
        <translation>Der Datensatz hat Bilder, aber der Filter lässt keines übrig.</translation>
    </message>
    <message>
        <source>Show all images</source>
        <translation>Alle Bilder zeigen</translation>
    </message>
    <message>
        <source>No image yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>Put images into the dataset&apos;s folder, or add inspected parts.</source>
        <translation>Bilder in den Ordner des Datensatzes legen oder geprüfte Teile hinzufügen.</translation>
    </message>
    <message>
        <source>Look through the folder</source>
        <translation>Ordner durchsehen</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Groups of near-duplicates</source>
        <translation>Gruppen von Fast-Duplikaten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Tag {count} images</source>
        <translation>{count} Bilder verschlagworten</translation>
    </message>
    <message>
        <source>Put on</source>
        <translation>Vergeben</translation>
    </message>
    <message>
        <source>New tags, with commas between them</source>
        <translation>Neue Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Write a tag, or choose one.</source>
        <translation>Ein Schlagwort schreiben oder wählen.</translation>
    </message>
    <message>
        <source>Who takes a second look?</source>
        <translation>Wer sieht noch einmal hin?</translation>
    </message>
    <message>
        <source>Look at the labels</source>
        <translation>Markierungen ansehen</translation>
    </message>
    <message>
        <source>The model and the images that look alike are asked about {count} labels. What they disagree with comes first; no label is changed.</source>
        <translation>Modell und ähnliche Bilder werden zu {count} Markierungen befragt. Wo sie widersprechen, steht zuerst; keine Markierung wird geändert.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No model, only images that look alike</source>
        <translation>Kein Modell, nur ähnliche Bilder</translation>
    </message>
    <message>
        <source>Which inspected parts?</source>
        <translation>Welche geprüften Teile?</translation>
    </message>
    <message>
        <source>Add their images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Lot, or empty for every lot</source>
        <translation>Los, oder leer für jedes Los</translation>
    </message>
    <message>
        <source>A copy of each image is kept for the dataset, so that no tidying up takes it.</source>
        <translation>Von jedem Bild bleibt eine Kopie für den Datensatz, damit kein Aufräumen es nimmt.</translation>
    </message>
    <message>
        <source>Sign and freeze</source>
        <translation>Unterzeichnen und einfrieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Its name, for good</source>
        <translation>Der Name, für immer</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterzeichnet von</translation>
    </message>
    <message>
        <source>Your name, as the signature</source>
        <translation>Eigener Name, als Unterschrift</translation>
    </message>
    <message>
        <source>Signed by {name} on {day}</source>
        <translation>Unterzeichnet von {name} am {day}</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>Freeze {count} images as a golden set?</source>
        <translation>{count} Bilder als Referenzsatz einfrieren?</translation>
    </message>
    <message>
        <source>Freeze {count} images as a snapshot?</source>
        <translation>{count} Bilder als Schnappschuss einfrieren?</translation>
    </message>
    <message>
        <source>These are the {count} chosen images.</source>
        <translation>Das sind die {count} gewählten Bilder.</translation>
    </message>
    <message>
        <source>These are all {count} images that are shown.</source>
        <translation>Das sind alle {count} gezeigten Bilder.</translation>
    </message>
    <message>
        <source>Images and labels stay as they are now, for good: this cannot be undone or changed.</source>
        <translation>Bilder und Markierungen bleiben für immer, wie sie jetzt sind: Das lässt sich weder zurücknehmen noch ändern.</translation>
    </message>
    <message>
        <source>Images and labels stay as they are now, and training uses exactly these.</source>
        <translation>Bilder und Markierungen bleiben, wie sie jetzt sind, und das Training nutzt genau diese.</translation>
    </message>
    <message>
        <source>Images of the dataset</source>
        <translation>Bilder des Datensatzes</translation>
    </message>
    <message>
        <source>Images of the group</source>
        <translation>Bilder der Gruppe</translation>
    </message>
    <message>
        <source>Frozen images</source>
        <translation>Eingefrorene Bilder</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Back to Annotate</source>
        <translation>Zurück zum Markieren</translation>
    </message>
    <message>
        <source>Add parts</source>
        <translation>Teile dazu</translation>
    </message>
    <message>
        <source>Look through the folder again</source>
        <translation>Ordner noch einmal durchsehen</translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation>Noch kein Datensatz</translation>
    </message>
    <message>
        <source>A dataset is made on the Annotate screen, of a folder with images.</source>
        <translation>Ein Datensatz entsteht beim Markieren, aus einem Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>To Annotate</source>
        <translation>Zum Markieren</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>Fast-Duplikate</translation>
    </message>
    <message>
        <source>Frozen sets</source>
        <translation>Eingefroren</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Last parts</source>
        <translation>Letzte Teile</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Which camera looks at the parts?</source>
        <translation>Welche Kamera sieht die Teile?</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Searched just now</source>
        <translation>Eben gesucht</translation>
    </message>
    <message>
        <source>{rate} frames/s</source>
        <translation>{rate} Bilder/s</translation>
    </message>
    <message>
        <source>Waiting for the first frame.</source>
        <translation>Warten auf das erste Bild.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Machined parts with known defects, 40 per minute</source>
        <translation>Drehteile mit bekannten Fehlern, 40 je Minute</translation>
    </message>
    <message>
        <source>Virtual line</source>
        <translation>Virtuelle Linie</translation>
    </message>
    <message>
        <source>Replays images from a disk</source>
        <translation>Spielt Bilder von der Platte ab</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>Kamera wählen</translation>
    </message>
    <message>
        <source>Use the virtual line</source>
        <translation>Virtuelle Linie nehmen</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Diesen Ordner nehmen</translation>
    </message>
    <message>
        <source>Use this camera</source>
        <translation>Diese Kamera nehmen</translation>
    </message>
    <message>
        <source>Too bright in places</source>
        <translation>Stellenweise zu hell</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Zu dunkel</translation>
    </message>
    <message>
        <source>Well lit</source>
        <translation>Gut beleuchtet</translation>
    </message>
    <message>
        <source>Three steps to
your first verdict</source>
        <translation>Drei Schritte zum
ersten Urteil</translation>
    </message>
    <message>
        <source>About five minutes. You can change everything later.</source>
        <translation>Etwa fünf Minuten. Alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Or the virtual line, to try Loupe without one.</source>
        <translation>Oder die virtuelle Linie, um Loupe ohne Kamera zu probieren.</translation>
    </message>
    <message>
        <source>Teach good parts</source>
        <translation>Gute Teile lehren</translation>
    </message>
    <message>
        <source>Loupe looks at 20 to 50 good parts. No defects are needed.</source>
        <translation>Loupe sieht 20 bis 50 gute Teile an. Fehlerteile braucht es nicht.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Every part gets a verdict and a record.</source>
        <translation>Jedes Teil bekommt ein Urteil und einen Eintrag.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>What do good parts look like?</source>
        <translation>Wie sehen gute Teile aus?</translation>
    </message>
    <message>
        <source>A quality engineer or line lead can teach: sign in first.</source>
        <translation>Qualitätsingenieur oder Linienleiter kann lehren: erst anmelden.</translation>
    </message>
    <message>
        <source>First recipe</source>
        <translation>Erstes Rezept</translation>
    </message>
    <message>
        <source>Name of the product or recipe</source>
        <translation>Name des Produkts oder Rezepts</translation>
    </message>
    <message>
        <source>Good parts to capture</source>
        <translation>Gute Teile aufnehmen</translation>
    </message>
    <message>
        <source>From the camera</source>
        <translation>Von der Kamera</translation>
    </message>
    <message>
        <source>Put good parts on the line; each is looked at once</source>
        <translation>Gute Teile auf die Linie legen; jedes einmal</translation>
    </message>
    <message>
        <source>Images of good parts, taken before</source>
        <translation>Früher aufgenommene Bilder guter Teile</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>Aus einem Ordner</translation>
    </message>
    <message>
        <source>Cancelling keeps nothing and makes no recipe.</source>
        <translation>Beim Abbrechen bleibt nichts, und es entsteht kein Rezept.</translation>
    </message>
    <message>
        <source>The part captured last</source>
        <translation>Das zuletzt aufgenommene Teil</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Teach {count} good parts</source>
        <translation>{count} gute Teile lehren</translation>
    </message>
    <message>
        <source>Teach this folder</source>
        <translation>Diesen Ordner lehren</translation>
    </message>
    <message>
        <source>Folder of good parts</source>
        <translation>Ordner mit guten Teilen</translation>
    </message>
    <message>
        <source>Capturing good parts</source>
        <translation>Gute Teile werden aufgenommen</translation>
    </message>
    <message>
        <source>Learning what good parts look like</source>
        <translation>Loupe lernt, wie gute Teile aussehen</translation>
    </message>
    <message>
        <source>{recipe}, version {version}, is ready.</source>
        <translation>{recipe}, Version {version}, ist bereit.</translation>
    </message>
    <message>
        <source>It learned from {used} good parts. {aside} more were kept aside to set the lines T1 and T2.</source>
        <translation>Gelernt aus {used} guten Teilen. {aside} weitere blieben beiseite, um die Linien T1 und T2 zu setzen.</translation>
    </message>
    <message>
        <source>Below T1 a part is OK, above T2 it is NG, and between them a person looks: REVIEW. Move the lines on Teach whenever you know more.</source>
        <translation>Unter T1 ist ein Teil OK, über T2 ist es NG, dazwischen sieht ein Mensch nach: ANSEHEN. Die Linien lassen sich unter Lehren jederzeit verschieben.</translation>
    </message>
    <message>
        <source>Teach again</source>
        <translation>Noch einmal lehren</translation>
    </message>
    <message>
        <source>Start inspecting</source>
        <translation>Prüfung starten</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Scores of the parts kept aside</source>
        <translation>Werte der zurückgelegten Teile</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 Teil</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>{count} Teile</translation>
    </message>
    <message>
        <source>{line} at {score}</source>
        <translation>{line} bei {score}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Removed on {day}: {reason}</source>
        <translation>Entfernt am {day}: {reason}</translation>
    </message>
    <message>
        <source>View of the part</source>
        <translation>Ansicht des Teils</translation>
    </message>
    <message>
        <source>Choose a part in the list.</source>
        <translation>Wählen Sie ein Teil in der Liste.</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Teil {number}</translation>
    </message>
    <message>
        <source>There is no image.</source>
        <translation>Es gibt kein Bild.</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Export to which folder?</source>
        <translation>In welchen Ordner exportieren?</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The map is being made again from the stored image.</source>
        <translation>Die Karte entsteht neu aus dem gespeicherten Bild.</translation>
    </message>
    <message>
        <source>Exported to {folder}</source>
        <translation>Exportiert nach {folder}</translation>
    </message>
    <message>
        <source>Press Map: it is made again from the stored image.</source>
        <translation>Karte drücken: sie entsteht neu aus dem gespeicherten Bild.</translation>
    </message>
    <message>
        <source>Map made again: same score.</source>
        <translation>Karte neu erzeugt: gleicher Wert.</translation>
    </message>
    <message>
        <source>Map made again: the score is {score} now.</source>
        <translation>Karte neu erzeugt: der Wert ist jetzt {score}.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>Los {lot}</translation>
    </message>
    <message>
        <source>Lot {lot}: show every lot</source>
        <translation>Los {lot}: alle Lose zeigen</translation>
    </message>
    <message>
        <source>{shown} of {total} records</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message>
        <source>Part, serial or lot</source>
        <translation>Teil, Seriennummer oder Los</translation>
    </message>
    <message>
        <source>Search by part, serial or lot</source>
        <translation>Nach Teil, Seriennummer oder Los suchen</translation>
    </message>
    <message>
        <source>Which days?</source>
        <translation>Welche Tage?</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Diese Tage zeigen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>Pick days …</source>
        <translation>Tage wählen …</translation>
    </message>
    <message>
        <source>Every inspected part will be listed here with its image and verdict.</source>
        <translation>Hier steht künftig jedes geprüfte Teil mit Bild und Urteil.</translation>
    </message>
    <message>
        <source>No record matches this search.</source>
        <translation>Kein Eintrag passt zu dieser Suche.</translation>
    </message>
    <message>
        <source>Show all records</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>No part was inspected in this time.</source>
        <translation>In dieser Zeit wurde kein Teil geprüft.</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennr.</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>{time}, today</source>
        <translation>{time}, heute</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Lot, serial</source>
        <translation>Los, Nummer</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>No image is kept.</source>
        <translation>Es ist kein Bild gespeichert.</translation>
    </message>
    <message>
        <source>No image was taken.</source>
        <translation>Es wurde kein Bild aufgenommen.</translation>
    </message>
    <message>
        <source>raw {score}</source>
        <translation>Rohwert {score}</translation>
    </message>
    <message>
        <source>recorded after {ms} ms</source>
        <translation>gespeichert nach {ms} ms</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>No live image</source>
        <translation>Kein Livebild</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>No part was looked at yet.</source>
        <translation>Noch kein Teil wurde geprüft.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keys of this screen</source>
        <translation>Tasten dieser Seite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Start, map, History ...</source>
        <translation>Start, Karte, Verlauf ...</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>Views of this part</source>
        <translation>Ansichten dieses Teils</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Recipe / lot</source>
        <translation>Rezept / Los</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>the camera</source>
        <translation>die Kamera</translation>
    </message>
    <message>
        <source>Waiting for {camera} to answer.</source>
        <translation>Warten, bis {camera} antwortet.</translation>
    </message>
    <message>
        <source>Teach or choose a recipe first.</source>
        <translation>Erst ein Rezept lehren oder wählen.</translation>
    </message>
    <message>
        <source>View held, {seconds} s left</source>
        <translation>Bild gehalten, noch {seconds} s</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Teil {number}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Grund: {reason}</translation>
    </message>
    <message>
        <source>Start with {key}.</source>
        <translation>Mit {key} starten.</translation>
    </message>
    <message>
        <source>Last frame, {time}
part {number}</source>
        <translation>Letztes Bild, {time}
Teil {number}</translation>
    </message>
    <message>
        <source>Looking at part {number}, {view}: {verdict}</source>
        <translation>Ansicht Teil {number}, {view}: {verdict}</translation>
    </message>
    <message>
        <source>Looking at part {number}: {verdict}</source>
        <translation>Ansicht Teil {number}: {verdict}</translation>
    </message>
</context>
<context>
    <name>LotChooser</name>
    <message>
        <source>Which parts come now?</source>
        <translation>Welche Teile kommen jetzt?</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>New lot</source>
        <translation>Neues Los</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Take these</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>No recipe was taught yet.</source>
        <translation>Es gibt noch kein Rezept.</translation>
    </message>
    <message>
        <source>Which version was released is not known: one must be released again.</source>
        <translation>Welche Version freigegeben war, ist nicht bekannt: Eine muss neu freigegeben werden.</translation>
    </message>
    <message>
        <source>Name of the new lot</source>
        <translation>Name des neuen Loses</translation>
    </message>
</context>
<context>
    <name>LotCounters</name>
    <message>
        <source>Progress of the lot</source>
        <translation>Fortschritt des Loses</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>parts/min</source>
        <translation>Teile/min</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>Los {lot}</translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation>{parts} Teile</translation>
    </message>
    <message>
        <source>{parts} of {planned} parts</source>
        <translation>{parts} von {planned} Teilen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The station is inspecting. Parts that pass afterwards are not inspected.</source>
        <translation>Die Station prüft. Teile, die danach vorbeikommen, werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Stop and close Loupe?</source>
        <translation>Anhalten und Loupe schließen?</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiter prüfen</translation>
    </message>
    <message>
        <source>What needs a hand</source>
        <translation>Was eine Hand braucht</translation>
    </message>
    <message>
        <source>Teaching is not finished. Nothing of it is kept.</source>
        <translation>Das Lehren ist nicht abgeschlossen. Nichts davon bleibt erhalten.</translation>
    </message>
    <message>
        <source>A study is being prepared, or the model rates in one.</source>
        <translation>Eine Studie wird vorbereitet, oder das Modell bewertet darin.</translation>
    </message>
    <message>
        <source>A dataset is being made. The images read until now are kept.</source>
        <translation>Ein Datensatz wird angelegt. Die bis jetzt gelesenen Bilder bleiben.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Loupe made a mistake of its own.</source>
        <translation>Loupe hat selbst einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>{kind}. Records written before are safe; look at the last part yourself.</source>
        <translation>{kind}. Was vorher aufgezeichnet wurde, ist sicher; das letzte Teil bitte selbst ansehen.</translation>
    </message>
    <message>
        <source>Go on, or start Loupe again. The details are in the log.</source>
        <translation>Weiterarbeiten oder Loupe neu starten. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Less: {name}</source>
        <translation>Weniger: {name}</translation>
    </message>
    <message>
        <source>More: {name}</source>
        <translation>Mehr: {name}</translation>
    </message>
</context>
<context>
    <name>Onlooker</name>
    <message>
        <source>Loupe, only looking</source>
        <translation>Loupe, nur Ansicht</translation>
    </message>
    <message>
        <source>Only looking</source>
        <translation>Nur Ansicht</translation>
    </message>
    <message>
        <source>Nobody signs in here: nothing can be changed in this window.</source>
        <translation>Hier meldet sich niemand an: In diesem Fenster lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Another Loupe works in this data directory, on {host}.</source>
        <translation>Ein anderes Loupe arbeitet in diesem Datenordner, auf {host}.</translation>
    </message>
    <message>
        <source>Another Loupe works in this data directory, on {host} since {time}.</source>
        <translation>Ein anderes Loupe arbeitet in diesem Datenordner, auf {host} seit {time}.</translation>
    </message>
    <message>
        <source>This window only looks. What is new there shows after Look again.</source>
        <translation>Dieses Fenster zeigt nur an. Was dort neu ist, erscheint nach „Neu ansehen“.</translation>
    </message>
    <message>
        <source>To work here, close the other one and start Loupe again.</source>
        <translation>Um hier zu arbeiten, das andere schließen und Loupe neu starten.</translation>
    </message>
    <message>
        <source>The other Loupe has been closed.</source>
        <translation>Das andere Loupe wurde geschlossen.</translation>
    </message>
    <message>
        <source>This window still only looks.</source>
        <translation>Dieses Fenster zeigt weiterhin nur an.</translation>
    </message>
    <message>
        <source>To work here, close it and start Loupe again.</source>
        <translation>Um hier zu arbeiten, es schließen und Loupe neu starten.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu ansehen</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Type a PIN of 4 to 12 digits.</source>
        <translation>PIN mit 4 bis 12 Ziffern eingeben.</translation>
    </message>
    <message>
        <source>Type the same PIN again.</source>
        <translation>Dieselbe PIN noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>The first operator is a line lead, who adds the others.</source>
        <translation>Die erste Person ist Linienleiter und fügt die anderen hinzu.</translation>
    </message>
    <message>
        <source>New PIN for {name}</source>
        <translation>Neue PIN für {name}</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>Pick your name, then type the PIN.</source>
        <translation>Erst den Namen wählen, dann die PIN eingeben.</translation>
    </message>
    <message>
        <source>Type your PIN, {name}.</source>
        <translation>Bitte PIN eingeben, {name}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A line lead can add people: sign in first.</source>
        <translation>Ein Linienleiter kann Personen hinzufügen: erst anmelden.</translation>
    </message>
    <message>
        <source>{name} can sign in now.</source>
        <translation>{name} kann sich jetzt anmelden.</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>{name} hat eine neue PIN.</translation>
    </message>
    <message>
        <source>{name} can no longer sign in.</source>
        <translation>{name} kann sich nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>This station is open: everybody may do everything.</source>
        <translation>Diese Station ist offen: Jeder darf alles.</translation>
    </message>
    <message>
        <source>Add the people who work here. From then on every change says who made it.</source>
        <translation>Fügen Sie die Personen hinzu, die hier arbeiten. Ab dann sagt jede Änderung, von wem sie ist.</translation>
    </message>
    <message>
        <source>Add the first line lead</source>
        <translation>Ersten Linienleiter hinzufügen</translation>
    </message>
    <message>
        <source>People at this station</source>
        <translation>Personen an dieser Station</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>PIN ändern</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Stilllegen</translation>
    </message>
    <message>
        <source>Everybody changes the own PIN; a line lead changes all.</source>
        <translation>Jeder ändert die eigene PIN, ein Linienleiter alle.</translation>
    </message>
    <message>
        <source>A line lead can do this.</source>
        <translation>Das kann ein Linienleiter.</translation>
    </message>
    <message>
        <source>Deactivate {name}?</source>
        <translation>{name} stilllegen?</translation>
    </message>
    <message>
        <source>{name} can no longer sign in. Everything they did stays in the records.</source>
        <translation>{name} kann sich dann nicht mehr anmelden. Alles Getane bleibt in den Einträgen.</translation>
    </message>
    <message>
        <source>Keep active</source>
        <translation>Aktiv lassen</translation>
    </message>
    <message>
        <source>No longer active</source>
        <translation>Nicht mehr aktiv</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Quality engineer</source>
        <translation>Qualitätsingenieur</translation>
    </message>
    <message>
        <source>Line lead</source>
        <translation>Linienleiter</translation>
    </message>
    <message>
        <source>Runs the line and looks at records</source>
        <translation>Betreibt die Linie und sieht Einträge an</translation>
    </message>
    <message>
        <source>Also teaches, sets cameras and station</source>
        <translation>Lehrt, stellt Kameras und Station ein</translation>
    </message>
    <message>
        <source>Everything, also people and their PINs</source>
        <translation>Alles, auch Personen und deren PINs</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Take this PIN</source>
        <translation>Diese PIN nehmen</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>{count} Ziffern</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Screens</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>RegionNumbers</name>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>Confirm defect</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>Use as is</source>
        <translation>So verwenden</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Defect class confirms it; hold it for more</source>
        <translation>Fehlerklasse bestätigt; halten für mehr</translation>
    </message>
    <message>
        <source>No frame</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>No model has looked at this part.</source>
        <translation>Kein Modell hat dieses Teil gesehen.</translation>
    </message>
    <message>
        <source>Highest at: {place}</source>
        <translation>Am höchsten: {place}</translation>
    </message>
    <message>
        <source>Part {number}, good</source>
        <translation>Teil {number}, gut</translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>Alles ist entschieden</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>Parts judged NG or REVIEW, and parts not inspected, come here by themselves.</source>
        <translation>Teile mit NG oder REVIEW und nicht geprüfte Teile kommen von selbst hierher.</translation>
    </message>
    <message>
        <source>This part is decided. Undo it first.</source>
        <translation>Dieses Teil ist entschieden. Erst zurücknehmen.</translation>
    </message>
    <message>
        <source>Part {number}: false alarm.</source>
        <translation>Teil {number}: Fehlalarm.</translation>
    </message>
    <message>
        <source>Tolerate this place</source>
        <translation>Diese Stelle dulden</translation>
    </message>
    <message>
        <source>Part {number}: this place is no longer tolerated.</source>
        <translation>Teil {number}: Diese Stelle wird nicht mehr geduldet.</translation>
    </message>
    <message>
        <source>Part {number}: tolerated here, once it is sure that no known defect would pass.</source>
        <translation>Teil {number}: hier geduldet, sobald sicher ist, dass kein bekannter Fehler durchginge.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>No part is in front.</source>
        <translation>Kein Teil ist gewählt.</translation>
    </message>
    <message>
        <source>Nothing was decided in this sitting.</source>
        <translation>In dieser Sitzung wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Parts to review</source>
        <translation>Zu entscheidende Teile</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Nach Schwere</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Nach Alter</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>Los {lot}</translation>
    </message>
    <message>
        <source>Whole line</source>
        <translation>Ganze Linie</translation>
    </message>
    <message>
        <source>The line runs without a lot.</source>
        <translation>Die Linie läuft ohne Los.</translation>
    </message>
    <message>
        <source>Audit: off</source>
        <translation>Audit: aus</translation>
    </message>
    <message>
        <source>Audit: {share}</source>
        <translation>Audit: {share}</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>No good part is there to compare with.</source>
        <translation>Kein gutes Teil zum Vergleichen.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Magnify</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Score and verdict appear after you decide.</source>
        <translation>Wert und Urteil erscheinen nach der Entscheidung.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the score early</source>
        <translation>Wert vorab zeigen</translation>
    </message>
    <message>
        <source>Key S. It is noted, and an audited part leaves the estimate.</source>
        <translation>Taste S. Es wird vermerkt, und ein Auditteil zählt nicht mehr in die Schätzung.</translation>
    </message>
    <message>
        <source>Same place, last good parts</source>
        <translation>Gleiche Stelle, gute Teile</translation>
    </message>
    <message>
        <source>Nearest past defects</source>
        <translation>Ähnliche frühere Fehler</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Warum es hier ist</translation>
    </message>
    <message>
        <source>None with an image.</source>
        <translation>Keine mit Bild.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Teil {number}</translation>
    </message>
    <message>
        <source>model {hash}</source>
        <translation>Modell {hash}</translation>
    </message>
    <message>
        <source>Second person decides</source>
        <translation>Zweite Person entscheidet</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>unknown class</source>
        <translation>unbekannte Klasse</translation>
    </message>
    <message>
        <source>Escapes: no audited part yet</source>
        <translation>Schlupf: noch kein Auditteil</translation>
    </message>
    <message>
        <source>Escapes: no audit of OK parts</source>
        <translation>Schlupf: kein Audit von OK-Teilen</translation>
    </message>
    <message>
        <source>Escapes {rate}, up to {bound}</source>
        <translation>Schlupf {rate}, bis {bound}</translation>
    </message>
    <message>
        <source>95 %, {k} of {n} audited parts</source>
        <translation>95 %, {k} von {n} Auditteilen</translation>
    </message>
    <message>
        <source>{count} unclear</source>
        <translation>{count} unklar</translation>
    </message>
    <message>
        <source>{count} seen early</source>
        <translation>{count} vorab gesehen</translation>
    </message>
    <message>
        <source>Not counted: {parts}</source>
        <translation>Nicht gezählt: {parts}</translation>
    </message>
    <message>
        <source>Shift {name}</source>
        <translation>Schicht {name}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>{where}: {seconds} s a part, {count} decided</source>
        <translation>{where}: {seconds} s je Teil, {count} entschieden</translation>
    </message>
    <message>
        <source>Why is this part used as it is?</source>
        <translation>Warum wird dieses Teil so verwendet?</translation>
    </message>
    <message>
        <source>The defect stands in the record, and so does the reason, with your name.</source>
        <translation>Der Fehler steht im Protokoll, ebenso die Begründung mit Namen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Agreed with the customer ...</source>
        <translation>Mit dem Kunden vereinbart ...</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>Anders entscheiden</translation>
    </message>
    <message>
        <source>{name}: what happens to the part?</source>
        <translation>{name}: Was geschieht mit dem Teil?</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Ausschuss</translation>
    </message>
    <message>
        <source>Write the reason first.</source>
        <translation>Erst die Begründung schreiben.</translation>
    </message>
    <message>
        <source>How many OK parts are looked at?</source>
        <translation>Wie viele OK-Teile werden angesehen?</translation>
    </message>
    <message>
        <source>They come blind among the flagged parts and give the escape rate. It holds for parts inspected from now on.</source>
        <translation>Sie kommen blind unter die auffälligen Teile und ergeben die Schlupfrate. Es gilt für Teile, die von jetzt an geprüft werden.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>{count} to review</source>
        <translation>{count} zu entscheiden</translation>
    </message>
    <message>
        <source>{name}, and what happens</source>
        <translation>{name}, und was geschieht</translation>
    </message>
</context>
<context>
    <name>ScoreBar</name>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Score {score}, {verdict}</source>
        <translation>Wert {score}, {verdict}</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>SegmentedToolbar</name>
    <message>
        <source>Opacity of the map</source>
        <translation>Deckkraft der Karte</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>Magnify</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Hold view</source>
        <translation>Bild halten</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A quality engineer or line lead can change these settings: sign in first.</source>
        <translation>Qualitätsingenieur oder Linienleiter kann diese Einstellungen ändern: erst anmelden.</translation>
    </message>
    <message>
        <source>Changed: “{name}”</source>
        <translation>Geändert: „{name}“</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>The new language counts from the next start of Loupe.</source>
        <translation>Die neue Sprache gilt ab dem nächsten Start von Loupe.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Above it the oldest images of OK parts go first</source>
        <translation>Darüber gehen die ältesten OK-Bilder zuerst</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>A sample of the older ones; 0 keeps none</source>
        <translation>Stichprobe der älteren; 0 behält keine</translation>
    </message>
    <message>
        <source>Lots and shifts</source>
        <translation>Lose und Schichten</translation>
    </message>
    <message>
        <source>0 shows no target</source>
        <translation>0 zeigt kein Ziel</translation>
    </message>
    <message>
        <source>Name and start: A 06:00, B 14:00, C 22:00</source>
        <translation>Name und Beginn: A 06:00, B 14:00, C 22:00</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>0 switches an alarm off</source>
        <translation>0 schaltet einen Alarm aus</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>One false alarm in so many good parts; fewer call sooner</source>
        <translation>Ein Fehlalarm auf so viele gute Teile; weniger meldet eher</translation>
    </message>
    <message>
        <source>Start and sign-out</source>
        <translation>Start und Abmelden</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>With the last recipe and lot, after a self-test</source>
        <translation>Mit letztem Rezept und Los, nach einem Selbsttest</translation>
    </message>
    <message>
        <source>Without a touch or key; 0 never signs out</source>
        <translation>Ohne Berührung oder Taste; 0 meldet nie ab</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Loupe</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Inspection runs on this computer alone; no image leaves it.</source>
        <translation>Geprüft wird nur auf diesem Rechner; kein Bild verlässt ihn.</translation>
    </message>
    <message>
        <source>Write each shift like A 06:00, with a comma between two.</source>
        <translation>Jede Schicht wie A 06:00 schreiben, mit Komma dazwischen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Station name</source>
        <translation>Name der Station</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Room for images</source>
        <translation>Platz für Bilder</translation>
    </message>
    <message>
        <source>Keep OK images for</source>
        <translation>OK-Bilder behalten</translation>
    </message>
    <message>
        <source>Then keep a share of</source>
        <translation>Danach Anteil behalten</translation>
    </message>
    <message>
        <source>Parts per lot</source>
        <translation>Teile je Los</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>NG in a row</source>
        <translation>NG in Folge</translation>
    </message>
    <message>
        <source>Not inspected in a row</source>
        <translation>Nicht geprüft in Folge</translation>
    </message>
    <message>
        <source>No part for</source>
        <translation>Kein Teil seit</translation>
    </message>
    <message>
        <source>Picture changed</source>
        <translation>Bild verändert</translation>
    </message>
    <message>
        <source>Disk free below</source>
        <translation>Platte frei unter</translation>
    </message>
    <message>
        <source>Start inspecting by itself</source>
        <translation>Prüfung selbst starten</translation>
    </message>
    <message>
        <source>Sign out after</source>
        <translation>Abmelden nach</translation>
    </message>
    <message>
        <source>Images of NG and REVIEW parts are never removed, and every record stays.</source>
        <translation>Bilder von Teilen mit NG oder ANSEHEN werden nie entfernt, und jeder Eintrag bleibt.</translation>
    </message>
    <message>
        <source>Images take {used} GB of {quota} GB; {free} GB of the disk are free.</source>
        <translation>Bilder belegen {used} GB von {quota} GB; {free} GB der Platte sind frei.</translation>
    </message>
    <message>
        <source>At the present rate the room is used up in {time}.</source>
        <translation>Beim jetzigen Tempo ist der Platz in {time} aufgebraucht.</translation>
    </message>
    <message>
        <source>At the present rate the disk is full in {time}.</source>
        <translation>Beim jetzigen Tempo ist die Platte in {time} voll.</translation>
    </message>
    <message>
        <source>The disk is smaller than this room: make the room smaller.</source>
        <translation>Die Platte ist kleiner als dieser Platz: kleiner wählen.</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} Stunden</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tagen</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Station: {state}</source>
        <translation>Station: {state}</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>No camera chosen</source>
        <translation>Keine Kamera gewählt</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Disk does not answer</source>
        <translation>Platte antwortet nicht</translation>
    </message>
    <message>
        <source>{free} GB free</source>
        <translation>{free} GB frei</translation>
    </message>
</context>
<context>
    <name>StationDesk</name>
    <message>
        <source>{count} cameras</source>
        <translation>{count} Kameras</translation>
    </message>
</context>
<context>
    <name>StationState</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>Prüft</translation>
    </message>
    <message>
        <source>Camera lost</source>
        <translation>Kamera weg</translation>
    </message>
    <message>
        <source>Disk low</source>
        <translation>Platte fast voll</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Schritt {number} von {count}: {name}</translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message>
        <source>Agreement {date}</source>
        <translation>Übereinstimmung {date}</translation>
    </message>
    <message>
        <source>A quality engineer or line lead can start a study.</source>
        <translation>Qualitätsingenieur oder Linienleitung kann eine Studie starten.</translation>
    </message>
    <message>
        <source>Give the study a name.</source>
        <translation>Die Studie braucht einen Namen.</translation>
    </message>
    <message>
        <source>Inspect parts or make a dataset first.</source>
        <translation>Zuerst Teile prüfen oder einen Datensatz anlegen.</translation>
    </message>
    <message>
        <source>Choose who rates.</source>
        <translation>Wählen, wer bewertet.</translation>
    </message>
    <message>
        <source>One appraiser has to rate at least twice.</source>
        <translation>Eine Person allein muss mindestens zweimal bewerten.</translation>
    </message>
    <message>
        <source>Parts are being counted.</source>
        <translation>Teile werden gezählt.</translation>
    </message>
    <message>
        <source>Too few parts.</source>
        <translation>Zu wenige Teile.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>The model is rating.</source>
        <translation>Das Modell bewertet.</translation>
    </message>
    <message>
        <source>A quality engineer or line lead lets the model rate.</source>
        <translation>Qualitätsingenieur oder Linienleitung lässt das Modell bewerten.</translation>
    </message>
    <message>
        <source>The figures come when everybody is done, so that all stay blind.</source>
        <translation>Die Zahlen kommen, wenn alle fertig sind: So bleiben alle blind.</translation>
    </message>
    <message>
        <source>Do inspectors and model agree?</source>
        <translation>Sind sich Prüfer und Modell einig?</translation>
    </message>
    <message>
        <source>An agreement study shows the same parts to several people, blind and in random order, more than once. It tells who misses what, and how far the figures can be trusted.</source>
        <translation>Eine Übereinstimmungsstudie zeigt mehreren Personen dieselben Teile, blind, in zufälliger Folge und mehr als einmal. Sie sagt, wer was übersieht und wie weit die Zahlen tragen.</translation>
    </message>
    <message>
        <source>Plan the first study</source>
        <translation>Erste Studie planen</translation>
    </message>
    <message>
        <source>Agreement studies</source>
        <translation>Übereinstimmungsstudien</translation>
    </message>
    <message>
        <source>Show the figures</source>
        <translation>Zahlen zeigen</translation>
    </message>
    <message>
        <source>Plan a study</source>
        <translation>Studie planen</translation>
    </message>
    <message>
        <source>Let it rate</source>
        <translation>Bewerten lassen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Everything is rated.</source>
        <translation>Alles ist bewertet.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} von {total}</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>Fortschritt von {name}</translation>
    </message>
    <message>
        <source>The next trial begins later, so that nobody remembers a part.</source>
        <translation>Der nächste Durchgang beginnt später, damit sich niemand an ein Teil erinnert.</translation>
    </message>
    <message>
        <source>{name} is no longer an active operator.</source>
        <translation>{name} ist hier nicht mehr aktiv.</translation>
    </message>
    <message>
        <source>{name} has to sign in.</source>
        <translation>{name} muss sich anmelden.</translation>
    </message>
    <message>
        <source>Plan an agreement study</source>
        <translation>Übereinstimmungsstudie planen</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>OK or NG</source>
        <translation>OK oder NG</translation>
    </message>
    <message>
        <source>OK or the defect class</source>
        <translation>OK oder die Fehlerklasse</translation>
    </message>
    <message>
        <source>Only parts whose truth is known</source>
        <translation>Nur Teile, deren Wahrheit bekannt ist</translation>
    </message>
    <message>
        <source>All parts, without truth</source>
        <translation>Alle Teile, ohne Wahrheit</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>Name der Studie</translation>
    </message>
    <message>
        <source>Parts from</source>
        <translation>Teile aus</translation>
    </message>
    <message>
        <source>What is answered</source>
        <translation>Was geantwortet wird</translation>
    </message>
    <message>
        <source>Which parts</source>
        <translation>Welche Teile</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>Anzahl Teile</translation>
    </message>
    <message>
        <source>Appraisers</source>
        <translation>Wer bewertet</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>A part that the model sends to review counts as NG.</source>
        <translation>Ein Teil, das das Modell zur Nachprüfung gibt, zählt als NG.</translation>
    </message>
    <message>
        <source>Trials of each part</source>
        <translation>Durchgänge je Teil</translation>
    </message>
    <message>
        <source>The next trial begins</source>
        <translation>Der nächste Durchgang beginnt</translation>
    </message>
    <message>
        <source>Parts are being prepared.</source>
        <translation>Teile werden vorbereitet.</translation>
    </message>
    <message>
        <source>Agreement study: {name}</source>
        <translation>Übereinstimmungsstudie: {name}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>PDF report</source>
        <translation>PDF-Bericht</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Between people</source>
        <translation>Zwischen den Personen</translation>
    </message>
    <message>
        <source>Between appraisers</source>
        <translation>Zwischen allen Bewertenden</translation>
    </message>
    <message>
        <source>People and model</source>
        <translation>Personen und Modell</translation>
    </message>
    <message>
        <source>All agree in all trials</source>
        <translation>Einig in allen Durchgängen</translation>
    </message>
    <message>
        <source>{parts} parts</source>
        <translation>{parts} Teilen</translation>
    </message>
    <message>
        <source>All right in all trials</source>
        <translation>Richtig in allen Durchgängen</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa is not defined here</source>
        <translation>Fleiss-Kappa ist hier nicht definiert</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa, {interval}</source>
        <translation>Fleiss-Kappa, {interval}</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Start the study</source>
        <translation>Studie starten</translation>
    </message>
    <message>
        <source>No recipe is released yet.</source>
        <translation>Noch ist kein Rezept freigegeben.</translation>
    </message>
    <message>
        <source>The model tells good from bad, not which defect.</source>
        <translation>Das Modell trennt gut von schlecht, nicht die Fehlerklassen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Take back the last answer</source>
        <translation>Letzte Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>Only the last answer can be taken back, once.</source>
        <translation>Nur die letzte Antwort lässt sich zurücknehmen, einmal.</translation>
    </message>
    <message>
        <source>The image is being read.</source>
        <translation>Das Bild wird gelesen.</translation>
    </message>
    <message>
        <source>Part {place} of {parts} · trial {trial} of {trials} · {study}</source>
        <translation>Teil {place} von {parts} · Durchgang {trial} von {trials} · {study}</translation>
    </message>
    <message>
        <source>Part {place} of {parts}</source>
        <translation>Teil {place} von {parts}</translation>
    </message>
    <message>
        <source>Answer {answer}</source>
        <translation>Antwort {answer}</translation>
    </message>
    <message>
        <source>This trial is done.</source>
        <translation>Dieser Durchgang ist fertig.</translation>
    </message>
    <message>
        <source>Everything is rated. Thank you.</source>
        <translation>Alles ist bewertet. Danke.</translation>
    </message>
    <message>
        <source>Model v{version}</source>
        <translation>Modell v{version}</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message>
        <source>{parts} parts × {people} appraisers × {trials} trials, blind, random order</source>
        <translation>{parts} Teile × {people} Bewertende × {trials} Durchgänge, blind, zufällige Folge</translation>
    </message>
    <message>
        <source>{parts} parts ({defective} defective) × {people} appraisers × {trials} trials, blind, random order</source>
        <translation>{parts} Teile ({defective} fehlerhaft) × {people} Bewertende × {trials} Durchgänge, blind, zufällige Folge</translation>
    </message>
    <message>
        <source>{date} · {parts} parts × {people} × {trials}</source>
        <translation>{date} · {parts} Teile × {people} × {trials}</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>The next day</source>
        <translation>Am nächsten Tag</translation>
    </message>
    <message>
        <source>The next week</source>
        <translation>In der nächsten Woche</translation>
    </message>
    <message>
        <source>{known} of {total} parts have a known truth, {good} of them are good.</source>
        <translation>Bei {known} von {total} Teilen ist die Wahrheit bekannt, {good} davon sind gut.</translation>
    </message>
    <message>
        <source>The study takes all {count} of them.</source>
        <translation>Die Studie nimmt alle {count}.</translation>
    </message>
    <message>
        <source>Without the truth a study tells only how far people agree.</source>
        <translation>Ohne Wahrheit sagt eine Studie nur, wie weit man sich einig ist.</translation>
    </message>
    <message>
        <source>Next trial from {moment}</source>
        <translation>Nächster Durchgang ab {moment}</translation>
    </message>
    <message>
        <source>{count} parts left out. The first: {why}</source>
        <translation>{count} Teile ausgelassen. Das erste: {why}</translation>
    </message>
    <message>
        <source>95 % {low} to {high}</source>
        <translation>95 % {low} bis {high}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{count}, 95 % {low} to {high} %</source>
        <translation>{count}, 95 % {low} bis {high} %</translation>
    </message>
    <message>
        <source>{who} misses {share} of defects.</source>
        <translation>{who} übersieht {share} der Fehler.</translation>
    </message>
    <message>
        <source>The usual limit is {limit} %.</source>
        <translation>Üblich sind höchstens {limit} %.</translation>
    </message>
    <message>
        <source>Parts {parts}: is T1 too high, or is the reference wrong?</source>
        <translation>Teile {parts}: Ist T1 zu hoch oder die Referenz falsch?</translation>
    </message>
    <message>
        <source>Go through parts {parts} together, then repeat the study.</source>
        <translation>Teile {parts} gemeinsam durchgehen, dann die Studie wiederholen.</translation>
    </message>
    <message>
        <source>{who} calls {share} of good parts defective.</source>
        <translation>{who} nennt {share} der guten Teile fehlerhaft.</translation>
    </message>
    <message>
        <source>Parts {parts}: is T2 too low, or is the reference wrong?</source>
        <translation>Teile {parts}: Ist T2 zu niedrig oder die Referenz falsch?</translation>
    </message>
    <message>
        <source>Agree on parts {parts}: what is still good?</source>
        <translation>Zu Teilen {parts} klären: Was ist noch gut?</translation>
    </message>
    <message>
        <source>{who} changes their mind on {count} parts.</source>
        <translation>{who} ist sich bei {count} Teilen nicht treu.</translation>
    </message>
    <message>
        <source>Compare light, image size and time per part with the others.</source>
        <translation>Licht, Bildgröße und Zeit je Teil mit den anderen vergleichen.</translation>
    </message>
    <message>
        <source>No figure is beyond its usual limit.</source>
        <translation>Keine Zahl liegt jenseits ihrer üblichen Grenze.</translation>
    </message>
    <message>
        <source>Keep this study as the proof, and repeat it when people or recipe change.</source>
        <translation>Die Studie als Nachweis aufheben und wiederholen, wenn Personen oder Rezept wechseln.</translation>
    </message>
    <message>
        <source>Agrees with itself and effectiveness count parts: all trials of a part have to agree. Miss and false-alarm rate count decisions: every trial once. Cohen&apos;s kappa pairs every trial with the reference. For Fleiss&apos; kappa every trial of every appraiser is one rating. Intervals are 95 %: kappas by bootstrap over parts, shares exact.</source>
        <translation>Sich selbst treu und Wirksamkeit zählen Teile: Alle Durchgänge eines Teils müssen übereinstimmen. Schlupf und Fehlalarme zählen Entscheidungen: jeder Durchgang einmal. Cohens Kappa vergleicht jeden Durchgang mit der Referenz. Für das Fleiss-Kappa ist jeder Durchgang jeder Person eine Bewertung. Intervalle 95 %: Kappas durch Bootstrap über die Teile, Anteile exakt.</translation>
    </message>
    <message>
        <source>Where opinions differ</source>
        <translation>Wo man sich uneins ist</translation>
    </message>
    <message>
        <source>Nowhere: all answers are the same.</source>
        <translation>Nirgends: Alle Antworten sind gleich.</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Teil {number}</translation>
    </message>
    <message>
        <source>Appraiser</source>
        <translation>Bewertet von</translation>
    </message>
    <message>
        <source>Agrees with itself</source>
        <translation>Sich selbst treu</translation>
    </message>
    <message>
        <source>Effectiveness</source>
        <translation>Wirksamkeit</translation>
    </message>
    <message>
        <source>Miss rate</source>
        <translation>Schlupf</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>95 % interval, line at {limit}</source>
        <translation>95-%-Intervall, Strich bei {limit}</translation>
    </message>
    <message>
        <source>Beyond the usual limit</source>
        <translation>Jenseits der üblichen Grenze</translation>
    </message>
    <message>
        <source>Started {date} by {who}. Report of {made}.</source>
        <translation>Gestartet am {date} von {who}. Bericht vom {made}.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>By appraiser</source>
        <translation>Nach Person</translation>
    </message>
    <message>
        <source>Between two appraisers (Cohen&apos;s kappa)</source>
        <translation>Zwischen je zweien (Cohens Kappa)</translation>
    </message>
    <message>
        <source>By answer (Fleiss&apos; kappa against all others)</source>
        <translation>Nach Antwort (Fleiss-Kappa gegen alle anderen)</translation>
    </message>
    <message>
        <source>How repeated trials enter</source>
        <translation>Wie Wiederholungen eingehen</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Dataset {name}</source>
        <translation>Datensatz {name}</translation>
    </message>
    <message>
        <source>Inspected parts, {recipe}</source>
        <translation>Geprüfte Teile, {recipe}</translation>
    </message>
</context>
<context>
    <name>Teach</name>
    <message>
        <source>Capture</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Letztes zurück</translation>
    </message>
    <message>
        <source>On every trigger</source>
        <translation>Bei jedem Trigger</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Live image</source>
        <translation>Livebild</translation>
    </message>
    <message>
        <source>{count} captured</source>
        <translation>{count} Aufnahmen</translation>
    </message>
    <message>
        <source>Nothing is captured yet.</source>
        <translation>Noch ist nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Forget all captured parts?</source>
        <translation>Alle aufgenommenen Teile vergessen?</translation>
    </message>
    <message>
        <source>Their images are deleted. Recipes that were taught from them stay as they are.</source>
        <translation>Ihre Bilder werden gelöscht. Rezepte, die daraus gelehrt wurden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>Warten auf die Kamera</translation>
    </message>
    <message>
        <source>The recipe needs a name first.</source>
        <translation>Das Rezept braucht zuerst einen Namen.</translation>
    </message>
    <message>
        <source>The camera gives no image.</source>
        <translation>Die Kamera gibt kein Bild.</translation>
    </message>
    <message>
        <source>Effect of these lines</source>
        <translation>Wirkung dieser Linien</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Escapes: defects judged OK</source>
        <translation>Schlupf: Fehlerteile als OK</translation>
    </message>
    <message>
        <source>Overkill: good parts judged NG</source>
        <translation>Überausschuss: gute Teile als NG</translation>
    </message>
    <message>
        <source>Choose a recipe that exists.</source>
        <translation>Wählen Sie ein vorhandenes Rezept.</translation>
    </message>
    <message>
        <source>Teaching can go on with the others; nothing is changed in your folder.</source>
        <translation>Mit den übrigen kann es weitergehen; in Ihrem Ordner ändert sich nichts.</translation>
    </message>
    <message>
        <source>None given: escapes cannot be measured.</source>
        <translation>Keine angegeben: Schlupf ist nicht messbar.</translation>
    </message>
    <message>
        <source>Which good parts shall Loupe learn?</source>
        <translation>Welche guten Teile soll Loupe lernen?</translation>
    </message>
    <message>
        <source>20 to 50 parts that are surely good. No defects are needed.</source>
        <translation>20 bis 50 sicher gute Teile. Fehlerteile braucht es nicht.</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>Aus einem Ordner</translation>
    </message>
    <message>
        <source>From the camera</source>
        <translation>Von der Kamera</translation>
    </message>
    <message>
        <source>From history</source>
        <translation>Aus dem Verlauf</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <source>Files that cannot be read</source>
        <translation>Nicht lesbare Dateien</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>Add parts</source>
        <translation>Teile dazulernen</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Name des Rezepts</translation>
    </message>
    <message>
        <source>For example: Magnet tile 42</source>
        <translation>Zum Beispiel: Magnetkachel 42</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Learned parts</source>
        <translation>Gelerntes</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>Bekannte Fehlerteile</translation>
    </message>
    <message>
        <source>Optional. Nothing is learned from them; they show what the lines would miss.</source>
        <translation>Freiwillig. Aus ihnen wird nicht gelernt; sie zeigen, was die Linien übersähen.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a folder of known defects</source>
        <translation>Ordner mit bekannten Fehlerteilen wählen</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Go without known defects</source>
        <translation>Ohne bekannte Fehlerteile weitermachen</translation>
    </message>
    <message>
        <source>Where are the good parts?</source>
        <translation>Wo liegen die guten Teile?</translation>
    </message>
    <message>
        <source>Where are the known defects?</source>
        <translation>Wo liegen die bekannten Fehlerteile?</translation>
    </message>
    <message>
        <source>Looking at {done} of {total} images</source>
        <translation>{done} von {total} Bildern angesehen</translation>
    </message>
    <message>
        <source>The recipe needs a name.</source>
        <translation>Das Rezept braucht einen Namen.</translation>
    </message>
    <message>
        <source>Teaching needs at least {fewest} good parts.</source>
        <translation>Lehren braucht mindestens {fewest} gute Teile.</translation>
    </message>
    <message>
        <source>Choose good parts first.</source>
        <translation>Zuerst gute Teile wählen.</translation>
    </message>
    <message>
        <source>{count} good parts</source>
        <translation>{count} gute Teile</translation>
    </message>
    <message>
        <source>{bad} of {count} images cannot be read.</source>
        <translation>{bad} von {count} Bildern sind nicht lesbar.</translation>
    </message>
    <message>
        <source>{count} known defects</source>
        <translation>{count} bekannte Fehlerteile</translation>
    </message>
    <message>
        <source>{bad} files cannot be read.</source>
        <translation>{bad} Dateien sind nicht lesbar.</translation>
    </message>
    <message>
        <source>A new name makes a new recipe.</source>
        <translation>Ein neuer Name ergibt ein neues Rezept.</translation>
    </message>
    <message>
        <source>Makes a new recipe.</source>
        <translation>Ergibt ein neues Rezept.</translation>
    </message>
    <message>
        <source>Add 1 part</source>
        <translation>1 Teil dazulernen</translation>
    </message>
    <message>
        <source>Add {count} parts</source>
        <translation>{count} Teile dazulernen</translation>
    </message>
    <message>
        <source>Go on with {count}</source>
        <translation>Mit {count} weitermachen</translation>
    </message>
    <message>
        <source>Makes version {version}.</source>
        <translation>Ergibt Version {version}.</translation>
    </message>
    <message>
        <source>Teach {count} parts</source>
        <translation>{count} Teile lehren</translation>
    </message>
    <message>
        <source>Teach anew with {count} parts</source>
        <translation>Mit {count} Teilen neu lehren</translation>
    </message>
    <message>
        <source>{who} can teach: sign in first.</source>
        <translation>{who} darf lehren: zuerst anmelden.</translation>
    </message>
    <message>
        <source>{camera} has no trigger input.</source>
        <translation>{camera} hat keinen Triggereingang.</translation>
    </message>
    <message>
        <source>What was captured is kept.</source>
        <translation>Was aufgenommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Switch off capturing on every trigger and press Capture for each part.</source>
        <translation>Schalten Sie die Aufnahme bei jedem Trigger aus und drücken Sie Aufnehmen für jedes Teil.</translation>
    </message>
    <message>
        <source>{recipe} v{version} keeps no scores of good parts.</source>
        <translation>{recipe} v{version} enthält keine Werte guter Teile.</translation>
    </message>
    <message>
        <source>Its lines stay where they are.</source>
        <translation>Seine Linien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Teach it again to move them.</source>
        <translation>Lehren Sie es neu, um sie zu verschieben.</translation>
    </message>
    <message>
        <source>{count} good parts kept aside</source>
        <translation>{count} gute Teile beiseite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>View of the part</source>
        <translation>Ansicht des Teils</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Where do you draw the lines?</source>
        <translation>Wo ziehen Sie die Linien?</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Closest to the lines</source>
        <translation>Nah an den Linien</translation>
    </message>
    <message>
        <source>Tap to look: is it really good?</source>
        <translation>Antippen: ist es wirklich gut?</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Use these lines</source>
        <translation>Linien nehmen</translation>
    </message>
    <message>
        <source>{who} can move the lines: sign in first.</source>
        <translation>{who} darf die Linien verschieben: zuerst anmelden.</translation>
    </message>
    <message>
        <source>{score} defect</source>
        <translation>{score} Fehler</translation>
    </message>
    <message>
        <source>{score} good</source>
        <translation>{score} gut</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Release v{version}</source>
        <translation>v{version} freigeben</translation>
    </message>
    <message>
        <source>Released versions</source>
        <translation>Freigegebene Versionen</translation>
    </message>
    <message>
        <source>One version is active: with it every part is judged.</source>
        <translation>Eine Version ist aktiv: mit ihr wird jedes Teil beurteilt.</translation>
    </message>
    <message>
        <source>Will be released by {who}.</source>
        <translation>Wird freigegeben von {who}.</translation>
    </message>
    <message>
        <source>This will be the first version.</source>
        <translation>Dies wird die erste Version.</translation>
    </message>
    <message>
        <source>Note: why this version?</source>
        <translation>Notiz: warum diese Version?</translation>
    </message>
    <message>
        <source>Note about this version</source>
        <translation>Notiz zu dieser Version</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Make version {version} active</source>
        <translation>Version {version} aktivieren</translation>
    </message>
    <message>
        <source>Judge with version {version} from now on?</source>
        <translation>Ab jetzt mit Version {version} urteilen?</translation>
    </message>
    <message>
        <source>Parts already inspected keep their verdict. You can come back at any time.</source>
        <translation>Schon geprüfte Teile behalten ihr Urteil. Sie können jederzeit zurück.</translation>
    </message>
    <message>
        <source>Make it active</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Keep the present one</source>
        <translation>Jetzige behalten</translation>
    </message>
    <message>
        <source>T1 and T2 drawn by hand</source>
        <translation>T1 und T2 von Hand gezogen</translation>
    </message>
    <message>
        <source>T1 and T2 as suggested</source>
        <translation>T1 und T2 wie vorgeschlagen</translation>
    </message>
    <message>
        <source>{recipe} v{version} is released.</source>
        <translation>{recipe} v{version} ist freigegeben.</translation>
    </message>
    <message>
        <source>{recipe} v{version} is active.</source>
        <translation>{recipe} v{version} ist aktiv.</translation>
    </message>
    <message>
        <source>{who} can release: sign in first.</source>
        <translation>{who} darf freigeben: zuerst anmelden.</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Looking at the good parts</source>
        <translation>Gute Teile werden angesehen</translation>
    </message>
    <message>
        <source>Remembering what good parts look like</source>
        <translation>Das Aussehen guter Teile wird eingeprägt</translation>
    </message>
    <message>
        <source>Judging the parts kept aside</source>
        <translation>Beiseite gelegte Teile werden beurteilt</translation>
    </message>
    <message>
        <source>Keeping the draft</source>
        <translation>Der Entwurf wird abgelegt</translation>
    </message>
    <message>
        <source>Judging the known defects</source>
        <translation>Bekannte Fehlerteile werden beurteilt</translation>
    </message>
    <message>
        <source>Images skipped: {count}. {reason}</source>
        <translation>Übersprungene Bilder: {count}. {reason}</translation>
    </message>
    <message>
        <source>Cancel keeps the images and the recipe as it was.</source>
        <translation>Abbrechen lässt Bilder und Rezept, wie sie waren.</translation>
    </message>
    <message>
        <source>You can leave this screen: teaching goes on.</source>
        <translation>Sie können diese Seite verlassen: das Lehren geht weiter.</translation>
    </message>
    <message>
        <source>Good parts</source>
        <translation>Gute Teile</translation>
    </message>
    <message>
        <source>{count} of {number}</source>
        <translation>{count} von {number}</translation>
    </message>
    <message>
        <source>at most {bound} ({confidence})</source>
        <translation>max. {bound} ({confidence})</translation>
    </message>
    <message>
        <source>{enough} without an escape would support at most {bound}.</source>
        <translation>{enough} ohne Schlupf würden höchstens {bound} belegen.</translation>
    </message>
    <message>
        <source>Without known defects nothing is said about escapes.</source>
        <translation>Ohne bekannte Fehlerteile ist über Schlupf nichts gesagt.</translation>
    </message>
    <message>
        <source>{count} defects say little about escapes.</source>
        <translation>{count} Fehlerteile sagen wenig über Schlupf.</translation>
    </message>
    <message>
        <source>Golden template</source>
        <translation>Golden Template</translation>
    </message>
    <message>
        <source>Loupe and golden template</source>
        <translation>Loupe und Golden Template</translation>
    </message>
    <message>
        <source>1 good part stands apart from the others: is it really good?</source>
        <translation>1 gutes Teil weicht von den anderen ab: Ist es wirklich gut?</translation>
    </message>
    <message>
        <source>{count} good parts stand apart from the others: are they really good?</source>
        <translation>{count} gute Teile weichen von den anderen ab: Sind sie wirklich gut?</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Half detail</source>
        <translation>Halbe Auflösung</translation>
    </message>
    <message>
        <source>Full detail</source>
        <translation>Volle Auflösung</translation>
    </message>
    <message>
        <source>Detail {share}</source>
        <translation>Auflösung {share}</translation>
    </message>
    <message>
        <source>Fastest: about 14 ms for 5 megapixels. A scratch 4 pixels wide is missed.</source>
        <translation>Am schnellsten: etwa 14 ms für 5 Megapixel. Ein 4 Pixel breiter Kratzer wird übersehen.</translation>
    </message>
    <message>
        <source>About 80 ms for 5 megapixels. Half of the scratches 2 to 4 pixels wide are found.</source>
        <translation>Etwa 80 ms bei 5 Megapixeln. Die Hälfte der 2 bis 4 Pixel breiten Kratzer wird gefunden.</translation>
    </message>
    <message>
        <source>About 200 ms for 5 megapixels. No more scratches were found than with half detail.</source>
        <translation>Etwa 200 ms bei 5 Megapixeln. Mit halber Auflösung wurden ebenso viele Kratzer gefunden.</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>etwa {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <source>{counted}, {time} left</source>
        <translation>{counted}, noch {time}</translation>
    </message>
    <message>
        <source>The station is inspecting. Stop it to capture parts.</source>
        <translation>Die Station prüft. Zum Aufnehmen von Teilen anhalten.</translation>
    </message>
    <message>
        <source>No camera is chosen yet.</source>
        <translation>Es ist noch keine Kamera gewählt.</translation>
    </message>
    <message>
        <source>No device stands for {camera} yet: choose one on the Cameras screen.</source>
        <translation>Für {camera} gibt es noch kein Gerät: unter Kameras eines wählen.</translation>
    </message>
    <message>
        <source>Whole frame</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>Prüfbereich</translation>
    </message>
    <message>
        <source>{count} ignored</source>
        <translation>{count} ausgenommen</translation>
    </message>
    <message>
        <source>There is a view of that name already.</source>
        <translation>Eine Ansicht dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>The new view and its camera need names.</source>
        <translation>Die neue Ansicht und ihre Kamera brauchen Namen.</translation>
    </message>
    <message>
        <source>A new view has to be taught first.</source>
        <translation>Eine neue Ansicht muss erst gelehrt werden.</translation>
    </message>
    <message>
        <source>{model} learns all parts at once: teach it again.</source>
        <translation>{model} lernt alle Teile auf einmal: neu lehren.</translation>
    </message>
    <message>
        <source>Other settings need teaching again, with all good parts.</source>
        <translation>Andere Einstellungen verlangen neues Lehren mit allen guten Teilen.</translation>
    </message>
    <message>
        <source>Whole frame, usual model, no deadline</source>
        <translation>Ganzes Bild, übliches Modell, keine Frist</translation>
    </message>
    <message>
        <source>Choose good parts first: regions are drawn on one of them.</source>
        <translation>Zuerst gute Teile wählen: Bereiche werden auf einem davon gezeichnet.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Draw on the image, or tap a region.</source>
        <translation>Auf dem Bild zeichnen oder einen Bereich antippen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Ignore region {number}</source>
        <translation>Ausnahme {number}</translation>
    </message>
    <message>
        <source>Teach this view</source>
        <translation>Diese Ansicht lehren</translation>
    </message>
    <message>
        <source>Name of the new view</source>
        <translation>Name der neuen Ansicht</translation>
    </message>
    <message>
        <source>The recipe&apos;s name for its camera</source>
        <translation>Name ihrer Kamera im Rezept</translation>
    </message>
    <message>
        <source>Shot after the trigger</source>
        <translation>Aufnahme nach dem Auslöser</translation>
    </message>
    <message>
        <source>A further view</source>
        <translation>Eine weitere Ansicht</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Takt deadline</source>
        <translation>Taktfrist</translation>
    </message>
    <message>
        <source>A verdict later than this is NOT INSPECTED; 0 sets no deadline.</source>
        <translation>Ein späteres Urteil gilt als NICHT GEPRÜFT; 0 setzt keine Frist.</translation>
    </message>
    <message>
        <source>Serial of a part</source>
        <translation>Seriennummer eines Teils</translation>
    </message>
    <message>
        <source>Letters before the number</source>
        <translation>Zeichen vor der Nummer</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Running number</source>
        <translation>Laufende Nummer</translation>
    </message>
    <message>
        <source>Name of the image file</source>
        <translation>Name der Bilddatei</translation>
    </message>
    <message>
        <source>No serial</source>
        <translation>Keine Seriennummer</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>Small defects</source>
        <translation>Kleine Fehler</translation>
    </message>
    <message>
        <source>{name} (usual)</source>
        <translation>{name} (üblich)</translation>
    </message>
    <message>
        <source>No good part yet</source>
        <translation>Noch kein gutes Teil</translation>
    </message>
    <message>
        <source>Good part with its regions</source>
        <translation>Gutes Teil mit seinen Bereichen</translation>
    </message>
    <message>
        <source>Nothing was drawn yet.</source>
        <translation>Noch ist nichts gezeichnet.</translation>
    </message>
    <message>
        <source>Where shall Loupe look?</source>
        <translation>Wohin soll Loupe schauen?</translation>
    </message>
    <message>
        <source>Nothing has to be drawn: then the whole frame is judged.</source>
        <translation>Ohne Zeichnung wird das ganze Bild beurteilt.</translation>
    </message>
    <message>
        <source>Ignore region</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Add a region in the middle</source>
        <translation>Bereich in der Mitte einfügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Good part before</source>
        <translation>Gutes Teil davor</translation>
    </message>
    <message>
        <source>Next good part</source>
        <translation>Nächstes gutes Teil</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Score {score}</source>
        <translation>Wert {score}</translation>
    </message>
    <message>
        <source>Tap the parts that are meant.</source>
        <translation>Die gemeinten Teile antippen.</translation>
    </message>
    <message>
        <source>Their scores stand apart, so the lines rest on them. Leave out what is not good. A good part stays: the line will see its like again, and what is promised only holds for parts like those that stay.</source>
        <translation>Ihre Werte weichen ab, darum ruhen die Linien auf ihnen. Was nicht gut ist, weglassen. Ein gutes Teil bleibt: Solche kommen wieder, und was zugesagt wird, gilt nur für Teile wie die, die bleiben.</translation>
    </message>
    <message>
        <source>Are these parts really good?</source>
        <translation>Sind diese Teile wirklich gut?</translation>
    </message>
    <message>
        <source>Leave {count} out and teach again</source>
        <translation>{count} weglassen und neu lehren</translation>
    </message>
    <message>
        <source>Leave out and teach again</source>
        <translation>Weglassen und neu einlernen</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Which of these parts are good?</source>
        <translation>Welche dieser Teile sind gut?</translation>
    </message>
    <message>
        <source>They were judged NG or REVIEW. Those you choose join the captured good parts.</source>
        <translation>Sie wurden als NG oder ANSEHEN beurteilt. Die gewählten kommen zu den aufgenommenen guten Teilen.</translation>
    </message>
    <message>
        <source>Take {count} over</source>
        <translation>{count} übernehmen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>Keine übernehmen</translation>
    </message>
    <message>
        <source>No inspected part of this recipe is stored that was judged NG or REVIEW.</source>
        <translation>Von diesem Rezept ist kein geprüftes Teil gespeichert, das als NG oder ANSEHEN beurteilt wurde.</translation>
    </message>
    <message>
        <source>The good parts stay as they are.</source>
        <translation>Die guten Teile bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Capture good parts, or choose a folder.</source>
        <translation>Gute Teile aufnehmen oder einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Those you choose are forgotten in a new version. The present one stays and can be made active again.</source>
        <translation>Die gewählten werden in einer neuen Version vergessen. Die jetzige bleibt und kann wieder aktiv werden.</translation>
    </message>
    <message>
        <source>Which learned parts shall be taken out?</source>
        <translation>Welche gelernten Teile sollen heraus?</translation>
    </message>
    <message>
        <source>Take {count} out</source>
        <translation>{count} herausnehmen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Tolerated place: {part}</source>
        <translation>Geduldete Stelle: {part}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>&quot;{name}&quot; cannot be a recipe name.</source>
        <translation>„{name}“ taugt nicht als Rezeptname.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a camera spec.</source>
        <translation>„{text}“ ist keine Kameraangabe.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>Eine PIN hat 4 bis 12 Ziffern.</translation>
    </message>
    <message>
        <source>A frame</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>A frame was lost between camera and station.</source>
        <translation>Ein Bild ging zwischen Kamera und Station verloren.</translation>
    </message>
    <message>
        <source>A model of the kind {kind} cannot learn part by part.</source>
        <translation>Ein Modell der Art {kind} kann nicht Teil für Teil lernen.</translation>
    </message>
    <message>
        <source>A process fault or a changed picture is likely.</source>
        <translation>Wahrscheinlich ein Fehler im Prozess oder ein verändertes Bild.</translation>
    </message>
    <message>
        <source>A restore into {home} did not finish.</source>
        <translation>Eine Wiederherstellung in {home} wurde nicht fertig.</translation>
    </message>
    <message>
        <source>Add another line lead first.</source>
        <translation>Zuerst einen weiteren Linienleiter hinzufügen.</translation>
    </message>
    <message>
        <source>Add images, or open the folder again with ?loop=1.</source>
        <translation>Bilder hinzufügen oder den Ordner mit ?loop=1 neu öffnen.</translation>
    </message>
    <message>
        <source>Add other good parts first, or teach the recipe again.</source>
        <translation>Zuerst andere gute Teile hinzunehmen oder das Rezept neu lehren.</translation>
    </message>
    <message>
        <source>All {count} images are black, white or of one grey: they show no part.</source>
        <translation>Alle {count} Bilder sind schwarz, weiß oder einheitlich grau: Sie zeigen kein Teil.</translation>
    </message>
    <message>
        <source>Another Loupe uses {home} (process {pid} on {host}).</source>
        <translation>Ein anderes Loupe benutzt {home} (Prozess {pid} auf {host}).</translation>
    </message>
    <message>
        <source>Another Loupe uses {home}.</source>
        <translation>Ein anderes Loupe benutzt {home}.</translation>
    </message>
    <message>
        <source>Ask a line lead.</source>
        <translation>Einen Linienleiter fragen.</translation>
    </message>
    <message>
        <source>Ask for read access to this folder.</source>
        <translation>Um Leserecht für diesen Ordner bitten.</translation>
    </message>
    <message>
        <source>Ask for write access to the data folder or free some space, then change the setting again.</source>
        <translation>Um Schreibrecht für den Datenordner bitten oder Platz schaffen, dann die Einstellung noch einmal ändern.</translation>
    </message>
    <message>
        <source>At most {rate} is guaranteed after {more} more good parts.</source>
        <translation>Höchstens {rate} ist nach {more} weiteren guten Teilen zugesagt.</translation>
    </message>
    <message>
        <source>At most {rate} is kept on average.</source>
        <translation>Höchstens {rate} gilt im Mittel.</translation>
    </message>
    <message>
        <source>At most {rate} is kept with 95 % confidence.</source>
        <translation>Höchstens {rate} gilt mit 95 % Sicherheit.</translation>
    </message>
    <message>
        <source>Camera lost. Parts passing now are not inspected.</source>
        <translation>Kamera weg. Teile, die jetzt vorbeikommen, werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Cameras of this kind are not listed.</source>
        <translation>Kameras dieser Art fehlen in der Liste.</translation>
    </message>
    <message>
        <source>Cameras of this kind cannot be used.</source>
        <translation>Kameras dieser Art sind nicht benutzbar.</translation>
    </message>
    <message>
        <source>Check cable and network load when this happens again.</source>
        <translation>Kommt das wieder vor: Kabel und Netzlast prüfen.</translation>
    </message>
    <message>
        <source>Check cable and supply, and close other programs that use the camera.</source>
        <translation>Kabel und Stromversorgung prüfen und andere Programme mit dieser Kamera schließen.</translation>
    </message>
    <message>
        <source>Check cable and supply, and count cameras from 0.</source>
        <translation>Kabel und Stromversorgung prüfen; Kameras zählen ab 0.</translation>
    </message>
    <message>
        <source>Check camera, cable and light.</source>
        <translation>Kamera, Kabel und Licht prüfen.</translation>
    </message>
    <message>
        <source>Check its trigger.</source>
        <translation>Ihren Trigger prüfen.</translation>
    </message>
    <message>
        <source>Check lamp, focus and position. If the change is meant, teach the recipe again.</source>
        <translation>Lampe, Schärfe und Lage prüfen. Ist die Änderung gewollt, das Rezept neu lehren.</translation>
    </message>
    <message>
        <source>Check that it is the right part and not turned, and that nothing hides it.</source>
        <translation>Prüfen, ob es das richtige Teil ist, nicht verdreht und nicht verdeckt.</translation>
    </message>
    <message>
        <source>Check the cable and the camera&apos;s lamp. Loupe reconnects by itself.</source>
        <translation>Kabel und Lampe der Kamera prüfen. Loupe verbindet von selbst neu.</translation>
    </message>
    <message>
        <source>Check the cable and the camera&apos;s supply; Loupe reconnects by itself.</source>
        <translation>Kabel und Stromversorgung der Kamera prüfen; Loupe verbindet von selbst neu.</translation>
    </message>
    <message>
        <source>Check the disk and its cable; make a backup to another disk before anything else.</source>
        <translation>Platte und Kabel prüfen; vor allem anderen eine Sicherung auf eine andere Platte machen.</translation>
    </message>
    <message>
        <source>Check the driver of these cameras and search again.</source>
        <translation>Den Treiber dieser Kameras prüfen und neu suchen.</translation>
    </message>
    <message>
        <source>Check the home with --home, or start the station once to create it.</source>
        <translation>Den Datenordner mit --home prüfen oder die Station einmal starten, damit er entsteht.</translation>
    </message>
    <message>
        <source>Check the light, the exposure and the lens cap, and capture good parts again.</source>
        <translation>Licht, Belichtung und Objektivdeckel prüfen und gute Teile erneut aufnehmen.</translation>
    </message>
    <message>
        <source>Check the network, or import a weight file instead.</source>
        <translation>Das Netz prüfen oder stattdessen eine Gewichtsdatei importieren.</translation>
    </message>
    <message>
        <source>Check the path, and that the driver of the camera&apos;s vendor is installed.</source>
        <translation>Den Pfad prüfen und ob der Treiber des Kameraherstellers installiert ist.</translation>
    </message>
    <message>
        <source>Check the sensor and the PLC.</source>
        <translation>Sensor und SPS prüfen.</translation>
    </message>
    <message>
        <source>Check the trigger sensor for bouncing.</source>
        <translation>Den Triggersensor auf Prellen prüfen.</translation>
    </message>
    <message>
        <source>Check the trigger, and that the exposure is shorter than the wait.</source>
        <translation>Den Trigger prüfen und ob die Belichtung kürzer ist als die Wartezeit.</translation>
    </message>
    <message>
        <source>Check them by hand. Last reason: {reason}</source>
        <translation>Teile von Hand prüfen. Letzter Grund: {reason}</translation>
    </message>
    <message>
        <source>Check write access and free space, then capture it again.</source>
        <translation>Schreibrecht und freien Platz prüfen, dann noch einmal aufnehmen.</translation>
    </message>
    <message>
        <source>Choose a device for {camera} on the Cameras screen.</source>
        <translation>Auf der Seite Kameras ein Gerät für {camera} wählen.</translation>
    </message>
    <message>
        <source>Choose a folder with image files that can be read.</source>
        <translation>Einen Ordner mit lesbaren Bilddateien wählen.</translation>
    </message>
    <message>
        <source>Choose a folder with write access and free space.</source>
        <translation>Einen Ordner mit Schreibrecht und freiem Platz wählen.</translation>
    </message>
    <message>
        <source>Choose a name from the list.</source>
        <translation>Einen Namen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>Choose a recipe and a lot first.</source>
        <translation>Zuerst Rezept und Los wählen.</translation>
    </message>
    <message>
        <source>Choose a region within {width} x {height} pixels.</source>
        <translation>Einen Bereich innerhalb von {width} x {height} Pixeln wählen.</translation>
    </message>
    <message>
        <source>Choose a value within its limits.</source>
        <translation>Einen Wert innerhalb der Grenzen wählen.</translation>
    </message>
    <message>
        <source>Choose an image in it.</source>
        <translation>Ein Bild darin wählen.</translation>
    </message>
    <message>
        <source>Choose another PIN.</source>
        <translation>Eine andere PIN wählen.</translation>
    </message>
    <message>
        <source>Choose another backbone, or other settings.</source>
        <translation>Ein anderes Backbone oder andere Einstellungen wählen.</translation>
    </message>
    <message>
        <source>Choose another backup, or copy this one again from where it was made.</source>
        <translation>Eine andere Sicherung wählen oder diese noch einmal vom Ursprungsort kopieren.</translation>
    </message>
    <message>
        <source>Choose another home with --home.</source>
        <translation>Mit --home einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another one, or bring back what was moved or renamed.</source>
        <translation>Etwas anderes wählen oder zurückholen, was verschoben oder umbenannt wurde.</translation>
    </message>
    <message>
        <source>Choose another value, or leave it unset.</source>
        <translation>Einen anderen Wert wählen oder keinen setzen.</translation>
    </message>
    <message>
        <source>Choose one of {known}, or update Loupe.</source>
        <translation>Möglich sind {known}; sonst Loupe aktualisieren.</translation>
    </message>
    <message>
        <source>Choose one of {known}.</source>
        <translation>Eines von {known} wählen.</translation>
    </message>
    <message>
        <source>Choose one of {offered}.</source>
        <translation>Möglich sind: {offered}.</translation>
    </message>
    <message>
        <source>Choose one on the Cameras screen.</source>
        <translation>Eine auf der Seite Kameras wählen.</translation>
    </message>
    <message>
        <source>Choose one with Recipe / lot, or teach one.</source>
        <translation>Eines unter Rezept / Los wählen oder eines lehren.</translation>
    </message>
    <message>
        <source>Choose other layers or another backbone.</source>
        <translation>Andere Schichten oder ein anderes Backbone wählen.</translation>
    </message>
    <message>
        <source>Choose the file that belongs to this network.</source>
        <translation>Die Datei wählen, die zu diesem Netz gehört.</translation>
    </message>
    <message>
        <source>Choose the role line lead.</source>
        <translation>Die Rolle Linienleiter wählen.</translation>
    </message>
    <message>
        <source>Choose {feature} between {low} and {high} {unit}.</source>
        <translation>{feature} zwischen {low} und {high} {unit} wählen.</translation>
    </message>
    <message>
        <source>Close the other Loupe, or choose another home with --home.</source>
        <translation>Das andere Loupe schließen oder mit --home einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>Close the program that has the database open, then try again.</source>
        <translation>Das Programm schließen, das die Datenbank offen hat, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Connect the camera first.</source>
        <translation>Zuerst die Kamera verbinden.</translation>
    </message>
    <message>
        <source>Download it or import a weight file under Settings, or choose the embedded backbone.</source>
        <translation>Unter Einstellung herunterladen, eine Gewichtsdatei importieren oder das eingebaute Backbone wählen.</translation>
    </message>
    <message>
        <source>Draw the region again, or set the camera&apos;s region back.</source>
        <translation>Den Bereich neu zeichnen oder den Bereich der Kamera zurückstellen.</translation>
    </message>
    <message>
        <source>Each of the {images} good images was kept aside once to set T1 and T2.</source>
        <translation>Jedes der {images} guten Bilder blieb einmal beiseite, um T1 und T2 zu setzen.</translation>
    </message>
    <message>
        <source>Fetch a DINOv2 transformer: loupe weights download timm:vit_small_patch14_reg4_dinov2.</source>
        <translation>Einen DINOv2-Transformer holen: loupe weights download timm:vit_small_patch14_reg4_dinov2.</translation>
    </message>
    <message>
        <source>Fix the parts in one place, or choose a model that needs no reference.</source>
        <translation>Die Teile an einem Platz fixieren oder ein Modell wählen, das keine Referenz braucht.</translation>
    </message>
    <message>
        <source>Fix the parts in one place, or choose another second opinion.</source>
        <translation>Die Teile an einem Platz fixieren oder eine andere zweite Meinung wählen.</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Ordner {name}</translation>
    </message>
    <message>
        <source>Free space on this disk or lower the disk quota, then start the station again.</source>
        <translation>Platz auf dieser Platte schaffen oder Bildern weniger Platz geben, dann die Station neu starten.</translation>
    </message>
    <message>
        <source>Free space on this disk, or give images less room in Settings.</source>
        <translation>Platz auf dieser Platte schaffen oder unter Einstellung den Bildern weniger Platz geben.</translation>
    </message>
    <message>
        <source>Give a name such as {example}.</source>
        <translation>Einen Namen wie {example} angeben.</translation>
    </message>
    <message>
        <source>Give a set with test/good and test/&lt;defect&gt; folders.</source>
        <translation>Einen Satz mit den Ordnern test/good und test/&lt;Fehler&gt; angeben.</translation>
    </message>
    <message>
        <source>Give at least {fewest}, better 20 or more.</source>
        <translation>Mindestens {fewest} angeben, besser 20 oder mehr.</translation>
    </message>
    <message>
        <source>Give images as the camera takes them, or teach the recipe again.</source>
        <translation>Bilder angeben, wie die Kamera sie aufnimmt, oder das Rezept neu lehren.</translation>
    </message>
    <message>
        <source>Give images of other good parts.</source>
        <translation>Bilder anderer guter Teile angeben.</translation>
    </message>
    <message>
        <source>Give one --camera for each.</source>
        <translation>Für jede ein --camera angeben.</translation>
    </message>
    <message>
        <source> (lines {one} and {other})</source>
        <translation> (Zeilen {one} und {other})</translation>
    </message>
    <message>
        <source>1 good image was left out by choice: all rates speak of parts like the others.</source>
        <translation>1 gutes Bild wurde bewusst weggelassen: Alle Raten gelten für Teile wie die übrigen.</translation>
    </message>
    <message>
        <source>A box without a mask became a rectangle.</source>
        <translation>Aus einem Rahmen ohne Maske wurde ein Rechteck.</translation>
    </message>
    <message>
        <source>A class cannot be merged into itself.</source>
        <translation>Eine Fehlerklasse kann nicht in sich selbst aufgehen.</translation>
    </message>
    <message>
        <source>A class named {name} cannot be a folder of this format.</source>
        <translation>Eine Klasse namens {name} kann in diesem Format kein Ordner sein.</translation>
    </message>
    <message>
        <source>A coordinate is no finite number, or absurdly large.</source>
        <translation>Eine Koordinate ist keine endliche Zahl oder unsinnig groß.</translation>
    </message>
    <message>
        <source>A decoder gives masks and iou_predictions; this network does not.</source>
        <translation>Ein Decoder liefert masks und iou_predictions; dieses Netz nicht.</translation>
    </message>
    <message>
        <source>A decoder&apos;s input is missing: {names}.</source>
        <translation>Dem Decoder fehlt ein Eingang: {names}.</translation>
    </message>
    <message>
        <source>A defect lies outside of {path}.</source>
        <translation>Ein Fehler liegt außerhalb von {path}.</translation>
    </message>
    <message>
        <source>A golden set is signed.</source>
        <translation>Ein Referenzsatz wird unterzeichnet.</translation>
    </message>
    <message>
        <source>A key is a number from 1 to 9.</source>
        <translation>Eine Taste ist eine Zahl von 1 bis 9.</translation>
    </message>
    <message>
        <source>A polygon of {points} points crosses the image too often to be filled.</source>
        <translation>Ein Polygon aus {points} Punkten kreuzt das Bild zu oft, um gefüllt zu werden.</translation>
    </message>
    <message>
        <source>A proposal comes from the anomaly map of a taught model.</source>
        <translation>Ein Vorschlag entsteht aus der Anomaliekarte eines eingelernten Modells.</translation>
    </message>
    <message>
        <source>A second person decides, and without names nobody knows who that is. The part waits as it did.</source>
        <translation>Eine zweite Person entscheidet, und ohne Namen weiß niemand, wer das ist. Das Teil wartet weiter.</translation>
    </message>
    <message>
        <source>A stored annotation is damaged.</source>
        <translation>Eine gespeicherte Markierung ist beschädigt.</translation>
    </message>
    <message>
        <source>A study needs at least 2, and says something from about 30 on.</source>
        <translation>Eine Studie braucht mindestens 2 und sagt ab etwa 30 etwas aus.</translation>
    </message>
    <message>
        <source>A study needs at least two answers to choose from.</source>
        <translation>Eine Studie braucht mindestens zwei mögliche Antworten.</translation>
    </message>
    <message>
        <source>A study needs two appraisers, or one who rates twice.</source>
        <translation>Eine Studie braucht zwei Bewertende oder eine Person, die zweimal bewertet.</translation>
    </message>
    <message>
        <source>A {kind} marks no area.</source>
        <translation>Die Form {kind} markiert keine Fläche.</translation>
    </message>
    <message>
        <source>Accept proposal, {name}</source>
        <translation>Vorschlag angenommen, {name}</translation>
    </message>
    <message>
        <source>Add defect classes, or ask for OK or NG.</source>
        <translation>Fehlerklassen anlegen oder nach OK oder NG fragen.</translation>
    </message>
    <message>
        <source>Add its name to the list of classes of these labels.</source>
        <translation>Ihren Namen in die Klassenliste dieser Markierungen aufnehmen.</translation>
    </message>
    <message>
        <source>Add the image to the dataset, or leave its labels out.</source>
        <translation>Das Bild in den Datensatz aufnehmen oder seine Markierungen weglassen.</translation>
    </message>
    <message>
        <source>Add the mask, or mark the image by hand.</source>
        <translation>Die Maske ergänzen oder das Bild von Hand markieren.</translation>
    </message>
    <message>
        <source>Agreement cannot be told.</source>
        <translation>Die Übereinstimmung lässt sich nicht angeben.</translation>
    </message>
    <message>
        <source>Agreement with the reference needs the reference of every part.</source>
        <translation>Für den Vergleich mit der Referenz muss sie von jedem Teil bekannt sein.</translation>
    </message>
    <message>
        <source>All of these images are learned already.</source>
        <translation>Alle diese Bilder sind schon gelernt.</translation>
    </message>
    <message>
        <source>An annotation needs an author.</source>
        <translation>Eine Markierung braucht einen Namen.</translation>
    </message>
    <message>
        <source>An encoder takes one colour image; this network does not.</source>
        <translation>Ein Encoder nimmt ein Farbbild entgegen; dieses Netz nicht.</translation>
    </message>
    <message>
        <source>An older Loupe works in {home}.</source>
        <translation>Ein älteres Loupe arbeitet in {home}.</translation>
    </message>
    <message>
        <source>Another Loupe does not finish saving a recipe.</source>
        <translation>Ein anderes Loupe kommt mit dem Speichern eines Rezepts nicht zu Ende.</translation>
    </message>
    <message>
        <source>Another Loupe works in this data directory: here everything can only be looked at.</source>
        <translation>Ein anderes Loupe arbeitet in diesem Datenordner: Hier kann alles nur angesehen werden.</translation>
    </message>
    <message>
        <source>Answers on it would not be about the same image.</source>
        <translation>Antworten darauf gälten nicht demselben Bild.</translation>
    </message>
    <message>
        <source>Ask a colleague to sign in and decide it.</source>
        <translation>Jemand anderes meldet sich an und entscheidet.</translation>
    </message>
    <message>
        <source>Ask for a share judged NG (overkill) that is at most as large as the one sent to REVIEW.</source>
        <translation>Für NG (Überausschuss) höchstens so viel verlangen wie für ANSEHEN.</translation>
    </message>
    <message>
        <source>Ask for {least} (1 in {parts}) to {most}: less takes more good parts than anyone collects.</source>
        <translation>{least} (1 von {parts}) bis {most} verlangen: für weniger braucht es mehr gute Teile, als jemand sammelt.</translation>
    </message>
    <message>
        <source>Box, {name}</source>
        <translation>Rechteck, {name}</translation>
    </message>
    <message>
        <source>Bring it back, or take the image out of the dataset.</source>
        <translation>Sie zurückholen oder das Bild aus dem Datensatz nehmen.</translation>
    </message>
    <message>
        <source>Bring the file back from a backup.</source>
        <translation>Die Datei aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>Bring the file back.</source>
        <translation>Die Datei zurückbringen.</translation>
    </message>
    <message>
        <source>Bring the files back and look through the folder again.</source>
        <translation>Die Dateien zurückbringen und den Ordner noch einmal durchsehen.</translation>
    </message>
    <message>
        <source>Bring the files back.</source>
        <translation>Die Dateien zurückbringen.</translation>
    </message>
    <message>
        <source>Bring the old file back, or freeze a new set.</source>
        <translation>Die alte Datei zurückbringen oder einen neuen Satz einfrieren.</translation>
    </message>
    <message>
        <source>Brush, {name}</source>
        <translation>Pinsel, {name}</translation>
    </message>
    <message>
        <source>Change that one.</source>
        <translation>Jene ändern.</translation>
    </message>
    <message>
        <source>Check that the right image file is here. The strokes are kept as {aside}.</source>
        <translation>Prüfen, ob hier die richtige Bilddatei liegt. Die Striche bleiben als {aside} erhalten.</translation>
    </message>
    <message>
        <source>Check the disk and the rights of this user, then open the image again.</source>
        <translation>Datenträger und Rechte dieses Benutzers prüfen, dann das Bild erneut öffnen.</translation>
    </message>
    <message>
        <source>Check the file and its rights.</source>
        <translation>Datei und Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Pfad und Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Choose a file with ratings.</source>
        <translation>Eine Datei mit Bewertungen wählen.</translation>
    </message>
    <message>
        <source>Choose a file with the columns part, appraiser, trial, rating, reference.</source>
        <translation>Eine Datei mit den Spalten part, appraiser, trial, rating, reference wählen.</translation>
    </message>
    <message>
        <source>Choose a folder that may be written to, on a disk with room.</source>
        <translation>Einen Ordner wählen, in den geschrieben werden darf, auf einem Datenträger mit Platz.</translation>
    </message>
    <message>
        <source>Choose a part that has one.</source>
        <translation>Ein Teil mit Bild wählen.</translation>
    </message>
    <message>
        <source>Choose a place inside the region of interest.</source>
        <translation>Eine Stelle im Prüfbereich wählen.</translation>
    </message>
    <message>
        <source>Choose a snapshot or golden set of the list.</source>
        <translation>Einen Schnappschuss oder Referenzsatz aus der Liste wählen.</translation>
    </message>
    <message>
        <source>Choose an older version on Teach, under Versions, or teach again, and tell your quality engineer.</source>
        <translation>Unter Lehren bei Versionen eine ältere Version wählen oder neu lehren und den Qualitätsingenieur verständigen.</translation>
    </message>
    <message>
        <source>Choose another folder or another format.</source>
        <translation>Einen anderen Ordner oder ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <translation>Ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>Choose another format: COCO has room for any number.</source>
        <translation>Ein anderes Format wählen: COCO hat Platz für beliebig viele.</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>Eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>Choose another name, or merge the two.</source>
        <translation>Einen anderen Namen wählen oder beide zusammenführen.</translation>
    </message>
    <message>
        <source>Choose another source, or inspect or label more parts.</source>
        <translation>Eine andere Quelle wählen, oder mehr Teile prüfen oder markieren.</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>Eine andere Quelle wählen.</translation>
    </message>
    <message>
        <source>Choose another version on Teach, under Versions, or teach it again.</source>
        <translation>Unter Lehren bei Versionen eine andere Version wählen oder das Rezept neu lehren.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Eine andere wählen.</translation>
    </message>
    <message>
        <source>Choose images first.</source>
        <translation>Zuerst Bilder wählen.</translation>
    </message>
    <message>
        <source>Choose more appraisers or more trials.</source>
        <translation>Mehr Bewertende oder mehr Durchgänge wählen.</translation>
    </message>
    <message>
        <source>Choose one of its history.</source>
        <translation>Eine aus dem Verlauf wählen.</translation>
    </message>
    <message>
        <source>Choose one of loupe dataset list, or create it.</source>
        <translation>Einen aus loupe dataset list wählen oder ihn anlegen.</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>Eines davon wählen: {names}.</translation>
    </message>
    <message>
        <source>Choose the encoder and the decoder of a SAM network, exported to ONNX.</source>
        <translation>Encoder und Decoder eines SAM-Netzes wählen, nach ONNX exportiert.</translation>
    </message>
    <message>
        <source>Choose the file or folder of the labels.</source>
        <translation>Die Datei oder den Ordner mit den Markierungen wählen.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the two.</source>
        <translation>Den Ordner wählen, der die beiden enthält.</translation>
    </message>
    <message>
        <source>Choose the place that the map shows.</source>
        <translation>Die Stelle wählen, die die Karte zeigt.</translation>
    </message>
    <message>
        <source>Choose “Use the built-in click again” in the menu of the image, or import another network.</source>
        <translation>Im Menü des Bildes „Wieder den eingebauten Klick nutzen“ wählen oder ein anderes Netz importieren.</translation>
    </message>
    <message>
        <source>Click to mask stays as it was.</source>
        <translation>Klick zu Maske bleibt, wie es war.</translation>
    </message>
    <message>
        <source>Click, {name}</source>
        <translation>Klick, {name}</translation>
    </message>
    <message>
        <source>Close other programs, or teach on a computer with more memory.</source>
        <translation>Andere Programme schließen oder auf einem Rechner mit mehr Arbeitsspeicher lehren.</translation>
    </message>
    <message>
        <source>Close other programs, or teach with fewer images or a smaller size.</source>
        <translation>Andere Programme schließen oder mit weniger Bildern oder kleinerer Größe lehren.</translation>
    </message>
    <message>
        <source>Close the other Loupe, then start this one.</source>
        <translation>Das andere Loupe schließen, dann dieses starten.</translation>
    </message>
    <message>
        <source>Close what else of Loupe runs on these recipes, then try again.</source>
        <translation>Schließen, was sonst von Loupe mit diesen Rezepten läuft, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Complete the ratings, or remove the parts, appraisers or trials that are not complete.</source>
        <translation>Die Bewertungen ergänzen oder unvollständige Teile, Personen oder Durchgänge entfernen.</translation>
    </message>
    <message>
        <source>Copy from previous</source>
        <translation>Vom vorigen kopiert</translation>
    </message>
    <message>
        <source>Correct it in the recipe file, or choose another version on Teach, under Versions.</source>
        <translation>In der Rezeptdatei berichtigen oder unter Lehren bei Versionen eine andere Version wählen.</translation>
    </message>
    <message>
        <source>Cut it to the image.</source>
        <translation>Ihn auf das Bild zuschneiden.</translation>
    </message>
    <message>
        <source>Defects of one class become one mark, on {count} images.</source>
        <translation>Fehler einer Klasse werden zu einer Markierung, auf {count} Bildern.</translation>
    </message>
    <message>
        <source>Divide them by the image&apos;s width and height.</source>
        <translation>Sie durch Breite und Höhe des Bildes teilen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Draw a polygon or a mask instead, or leave it out.</source>
        <translation>Stattdessen ein Vieleck oder eine Maske zeichnen, oder sie weglassen.</translation>
    </message>
    <message>
        <source>Draw it again where it comes from, or leave it out.</source>
        <translation>Sie dort neu zeichnen, woher sie stammt, oder weglassen.</translation>
    </message>
    <message>
        <source>Draw it again, or correct it in the file it comes from.</source>
        <translation>Neu zeichnen oder in der Datei berichtigen, aus der es stammt.</translation>
    </message>
    <message>
        <source>Draw it again, or leave it out.</source>
        <translation>Sie neu zeichnen oder weglassen.</translation>
    </message>
    <message>
        <source>Draw it again.</source>
        <translation>Sie neu zeichnen.</translation>
    </message>
    <message>
        <source>Draw it with fewer points, or bring it in as a mask.</source>
        <translation>Mit weniger Punkten zeichnen oder als Maske einlesen.</translation>
    </message>
    <message>
        <source>Draw the region of interest larger: {side} pixels a side at least.</source>
        <translation>Den Prüfbereich größer zeichnen: mindestens {side} Pixel je Seite.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Every appraiser has to rate every part in every trial: a gap would favour whoever left it.</source>
        <translation>Jeder muss jedes Teil in jedem Durchgang bewerten: Eine Lücke nützte dem, der sie lässt.</translation>
    </message>
    <message>
        <source>Every line needs part, appraiser, trial and rating, and no more cells than the first line.</source>
        <translation>Jede Zeile braucht part, appraiser, trial und rating und nicht mehr Zellen als die erste.</translation>
    </message>
    <message>
        <source>Every part would be OK: nothing is taught or inspected like that.</source>
        <translation>Jedes Teil wäre OK: so wird nichts eingelernt und nichts geprüft.</translation>
    </message>
    <message>
        <source>Export them for the image as it is, or leave them out.</source>
        <translation>Sie für das Bild ausgeben, wie es ist, oder weglassen.</translation>
    </message>
    <message>
        <source>Export these labels again where they come from.</source>
        <translation>Diese Markierungen dort noch einmal ausgeben, woher sie stammen.</translation>
    </message>
    <message>
        <source>Fewer than two images are labelled to the end.</source>
        <translation>Weniger als zwei Bilder sind fertig markiert.</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher gefüllt</translation>
    </message>
    <message>
        <source>Fill in the missing references, or leave the whole column empty.</source>
        <translation>Die fehlenden Referenzen ergänzen oder die ganze Spalte leer lassen.</translation>
    </message>
    <message>
        <source>Finish them, or leave them out.</source>
        <translation>Sie fertig markieren oder weglassen.</translation>
    </message>
    <message>
        <source>Free space on this disk or lower the disk quota, then try again.</source>
        <translation>Platz auf dieser Platte schaffen oder Bildern weniger Platz geben, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Free space on this disk, or make it writable again, then open the image again.</source>
        <translation>Auf diesem Datenträger Platz schaffen oder ihn wieder beschreibbar machen, dann das Bild erneut öffnen.</translation>
    </message>
    <message>
        <source>Free space on this disk, or make it writable again, then save the image.</source>
        <translation>Auf diesem Datenträger Platz schaffen oder ihn wieder beschreibbar machen, dann das Bild speichern.</translation>
    </message>
    <message>
        <source>Give Loupe the right to read {file}.</source>
        <translation>Loupe das Recht geben, {file} zu lesen.</translation>
    </message>
    <message>
        <source>Give an empty folder or a new name.</source>
        <translation>Einen leeren Ordner oder einen neuen Namen angeben.</translation>
    </message>
    <message>
        <source>Give each an id of its own.</source>
        <translation>Jedem Eintrag eine eigene id geben.</translation>
    </message>
    <message>
        <source>Give it a class.</source>
        <translation>Eine Klasse angeben.</translation>
    </message>
    <message>
        <source>Give the file a name in Unicode (UTF-8).</source>
        <translation>Der Datei einen Namen in Unicode (UTF-8) geben.</translation>
    </message>
    <message>
        <source>Give the new one another name.</source>
        <translation>Dem neuen einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Give the whole path, such as {path}.</source>
        <translation>Den ganzen Pfad angeben, etwa {path}.</translation>
    </message>
    <message>
        <source>Give this user the right to write there, or choose another home with --home.</source>
        <translation>Diesem Benutzer dort Schreibrecht geben oder mit --home einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>Go on with the part that is shown.</source>
        <translation>Mit dem gezeigten Teil weitermachen.</translation>
    </message>
    <message>
        <source>Good parts judged NG: {count} (95 % confidence).</source>
        <translation>Gute Teile als NG: {count} (95 % Sicherheit).</translation>
    </message>
    <message>
        <source>Good parts score higher than when the recipe was taught. Soon some will be judged NG.</source>
        <translation>Gute Teile haben höhere Werte als beim Lehren des Rezepts. Bald werden einige als NG beurteilt.</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Geweitet</translation>
    </message>
    <message>
        <source>Image {image} has no annotation version {number}.</source>
        <translation>Bild {image} hat keine Markierung mit der Nummer {number}.</translation>
    </message>
    <message>
        <source>Images that show no part count as good, so frames like them are OK: {count}.</source>
        <translation>Bilder, die kein Teil zeigen, gelten als gut, solche Aufnahmen sind also OK: {count}.</translation>
    </message>
    <message>
        <source>Import it under Settings, which asks for the network.</source>
        <translation>Unter Einstellung importieren; dort wird nach dem Netz gefragt.</translation>
    </message>
    <message>
        <source>Inspection goes on while records can be written; nothing recorded is lost.</source>
        <translation>Die Prüfung läuft weiter, solange Einträge geschrieben werden können; nichts Gespeichertes geht verloren.</translation>
    </message>
    <message>
        <source>Inspection {inspection_id} has no stored frame of view {view}.</source>
        <translation>Zur Prüfung {inspection_id} ist kein Bild der Ansicht {view} gespeichert.</translation>
    </message>
    <message>
        <source>Inspection {inspection_id} has no stored frame.</source>
        <translation>Zur Prüfung {inspection_id} ist kein Bild gespeichert.</translation>
    </message>
    <message>
        <source>Install Loupe again.</source>
        <translation>Loupe neu installieren.</translation>
    </message>
    <message>
        <source>Install the newer Loupe, or choose another home with --home.</source>
        <translation>Das neuere Loupe installieren oder mit --home einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>It can be read after it has been brought up to date.</source>
        <translation>Sie ist lesbar, sobald sie auf den neuen Stand gebracht ist.</translation>
    </message>
    <message>
        <source>It cannot be replayed.</source>
        <translation>Sie lässt sich nicht wiederholen.</translation>
    </message>
    <message>
        <source>It cannot be shown; the versions before it are still there.</source>
        <translation>Sie kann nicht gezeigt werden; die Fassungen davor sind noch da.</translation>
    </message>
    <message>
        <source>It cannot be used as a backbone.</source>
        <translation>Sie ist nicht als Backbone verwendbar.</translation>
    </message>
    <message>
        <source>It cannot take part in this study.</source>
        <translation>Es kann an dieser Studie nicht teilnehmen.</translation>
    </message>
    <message>
        <source>It holds no shapes.</source>
        <translation>Sie enthält keine Formen.</translation>
    </message>
    <message>
        <source>It is damaged or cut off.</source>
        <translation>Sie ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>It is left as it is; nothing is exported.</source>
        <translation>Es bleibt, wie es ist; nichts wird ausgegeben.</translation>
    </message>
    <message>
        <source>It is left out.</source>
        <translation>Sie wird weggelassen.</translation>
    </message>
    <message>
        <source>It is neither a box nor an outline.</source>
        <translation>Das ist weder ein Rahmen noch ein Umriss.</translation>
    </message>
    <message>
        <source>It is no ONNX network, or it is damaged.</source>
        <translation>Sie ist kein ONNX-Netz oder beschädigt.</translation>
    </message>
    <message>
        <source>It is not imported.</source>
        <translation>Dieser Eintrag wird nicht übernommen.</translation>
    </message>
    <message>
        <source>It is not saved.</source>
        <translation>Sie wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>It is not shown, because it would not fit; it stays in the list of versions.</source>
        <translation>Es wird nicht gezeigt, weil es nicht passen würde; in der Liste der Fassungen bleibt es.</translation>
    </message>
    <message>
        <source>It lists no images.</source>
        <translation>Sie nennt keine Bilder.</translation>
    </message>
    <message>
        <source>It proves nothing any more.</source>
        <translation>Er beweist nichts mehr.</translation>
    </message>
    <message>
        <source>It stays as it is.</source>
        <translation>Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>It stays in the model.</source>
        <translation>Es bleibt im Modell.</translation>
    </message>
    <message>
        <source>It waits for a second person, who decides without seeing what the first one said.</source>
        <translation>Es wartet auf eine zweite Person, die entscheidet, ohne die erste Aussage zu sehen.</translation>
    </message>
    <message>
        <source>It was cancelled before the first image was read.</source>
        <translation>Vor dem ersten gelesenen Bild wurde abgebrochen.</translation>
    </message>
    <message>
        <source>It was removed on {day} ({reason}). {meaning}</source>
        <translation>Es wurde am {day} entfernt ({reason}). {meaning}</translation>
    </message>
    <message>
        <source>Its annotation is not saved.</source>
        <translation>Seine Markierung wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Its data is only partly in place, so the station does not start. Nothing is lost.</source>
        <translation>Die Daten sind nur teilweise an ihrem Platz, deshalb startet die Station nicht. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Its decision stays as it is.</source>
        <translation>Seine Entscheidung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Its first line says: {found}.</source>
        <translation>Ihre erste Zeile lautet: {found}.</translation>
    </message>
    <message>
        <source>Its labels are not imported.</source>
        <translation>Seine Markierungen werden nicht übernommen.</translation>
    </message>
    <message>
        <source>Its labels are not imported: they may be another image&apos;s.</source>
        <translation>Seine Markierungen werden nicht importiert: Sie können zu einem anderen Bild gehören.</translation>
    </message>
    <message>
        <source>Its reason was: {reason}</source>
        <translation>Der Grund war: {reason}</translation>
    </message>
    <message>
        <source>Its records cannot be read and no new ones are written.</source>
        <translation>Ihre Einträge sind nicht lesbar, und neue werden nicht geschrieben.</translation>
    </message>
    <message>
        <source>Keep the file, restore the last backup with loupe restore, and ask for help with the old file.</source>
        <translation>Die Datei aufheben, mit loupe restore die letzte Sicherung einspielen und für die alte Datei Hilfe holen.</translation>
    </message>
    <message>
        <source>Keep the home on a disk of this computer, and put backups on the network.</source>
        <translation>Den Datenordner auf eine Platte dieses Rechners legen und Sicherungen ins Netz.</translation>
    </message>
    <message>
        <source>Keep the home on a local disk, not on a network share.</source>
        <translation>Den Datenordner auf eine lokale Platte legen, nicht auf ein Netzlaufwerk.</translation>
    </message>
    <message>
        <source>Key {key} belongs to {name}.</source>
        <translation>Taste {key} gehört zu {name}.</translation>
    </message>
    <message>
        <source>Known defect {name} could not be judged again.</source>
        <translation>Der bekannte Fehler {name} ließ sich nicht erneut beurteilen.</translation>
    </message>
    <message>
        <source>Known defect {name} would pass as OK.</source>
        <translation>Der bekannte Fehler {name} ginge als OK durch.</translation>
    </message>
    <message>
        <source>Label some, then look again.</source>
        <translation>Einige markieren, dann noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Labels cannot be written to {path}.</source>
        <translation>Markierungen können nicht nach {path} geschrieben werden.</translation>
    </message>
    <message>
        <source>Learning these images needs {needed} MB of memory, and {free} MB are free.</source>
        <translation>Das Lehren mit diesen Bildern braucht {needed} MB Arbeitsspeicher, frei sind {free} MB.</translation>
    </message>
    <message>
        <source>Leave PixelFormat unset.</source>
        <translation>PixelFormat nicht setzen.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Diesen Eintrag weglassen.</translation>
    </message>
    <message>
        <source>Leave one of the two out.</source>
        <translation>Eine der beiden Angaben weglassen.</translation>
    </message>
    <message>
        <source>Leave out ?images=, or name an emulated camera such as pylon:0815-0000.</source>
        <translation>?images= weglassen oder eine emulierte Kamera nennen, etwa pylon:0815-0000.</translation>
    </message>
    <message>
        <source>Leave the sensor region unset and use the recipe&apos;s region.</source>
        <translation>Den Sensorbereich nicht setzen und den Bereich des Rezepts benutzen.</translation>
    </message>
    <message>
        <source>Leave this inspection out.</source>
        <translation>Diese Prüfung weglassen.</translation>
    </message>
    <message>
        <source>Leave {feature} unset, or set it at the camera.</source>
        <translation>{feature} nicht setzen oder an der Kamera einstellen.</translation>
    </message>
    <message>
        <source>Look again later.</source>
        <translation>Später noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Look at both together, or ask the engineer.</source>
        <translation>Beide nebeneinander ansehen oder die Qualitätsingenieurin fragen.</translation>
    </message>
    <message>
        <source>Look at the image and draw again what is missing. The damaged file is kept as {aside}.</source>
        <translation>Das Bild ansehen und Fehlendes neu zeichnen. Die beschädigte Datei bleibt als {aside} erhalten.</translation>
    </message>
    <message>
        <source>Look at the line.</source>
        <translation>An der Linie nachsehen.</translation>
    </message>
    <message>
        <source>Look at the other version in the history, then save yours as the next one or take that one over.</source>
        <translation>Die andere Fassung im Verlauf ansehen, dann die eigene als nächste speichern oder jene übernehmen.</translation>
    </message>
    <message>
        <source>Look at the part again.</source>
        <translation>Das Teil noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Look at them, and leave out those that are not good. If all are good, add them with --even-if-ng.</source>
        <translation>Diese Teile ansehen und weglassen, was nicht gut ist. Sind alle gut, mit --even-if-ng hinzufügen.</translation>
    </message>
    <message>
        <source>Look at them: {names}</source>
        <translation>Ansehen: {names}</translation>
    </message>
    <message>
        <source>Look it up with loupe records, or choose another home with --home.</source>
        <translation>Mit loupe records nachsehen oder mit --home einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>Loupe cannot keep its data there.</source>
        <translation>Loupe kann seine Daten dort nicht ablegen.</translation>
    </message>
    <message>
        <source>Loupe cannot teach without its own backbone.</source>
        <translation>Ohne sein eigenes Backbone kann Loupe nicht lehren.</translation>
    </message>
    <message>
        <source>Loupe reads {suffixes}.</source>
        <translation>Loupe liest {suffixes}.</translation>
    </message>
    <message>
        <source>Make a version active on Teach, under Versions, or put {file} back from a backup.</source>
        <translation>Unter Lehren bei Versionen eine Version aktivieren oder {file} aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>Make it smaller or leave it out.</source>
        <translation>Verkleinern oder weglassen.</translation>
    </message>
    <message>
        <source>Make it, or name a file in another folder.</source>
        <translation>Ihn anlegen oder eine Datei in einem anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>Make the ignore regions smaller, or the region of interest larger.</source>
        <translation>Die Ausnahmen verkleinern oder den Prüfbereich vergrößern.</translation>
    </message>
    <message>
        <source>Make them smaller: leave a square of {side} pixels at least.</source>
        <translation>Die Ausnahmen verkleinern: mindestens ein Quadrat von {side} Pixeln frei lassen.</translation>
    </message>
    <message>
        <source>Mark the image as it is now.</source>
        <translation>Das Bild markieren, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Mark the image as it is now; older versions can still be seen in its history.</source>
        <translation>Das Bild markieren, wie es jetzt ist; ältere Fassungen bleiben im Verlauf sichtbar.</translation>
    </message>
    <message>
        <source>Masks are left out, on {count} images.</source>
        <translation>Masken entfallen, auf {count} Bildern.</translation>
    </message>
    <message>
        <source>Mend or remove the files, or leave them out by choice.</source>
        <translation>Die Dateien reparieren, entfernen oder ausdrücklich weglassen.</translation>
    </message>
    <message>
        <source>More parts would be judged NG than sent to REVIEW: {overkill} and {review}.</source>
        <translation>Mehr Teile würden NG als ANSEHEN: {overkill} und {review}.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Eine Datei nennen.</translation>
    </message>
    <message>
        <source>Name its layers in the settings.</source>
        <translation>Seine Schichten in den Einstellungen nennen.</translation>
    </message>
    <message>
        <source>Name one of these as the good value; upper and lower case differ.</source>
        <translation>Eine davon als guten Wert nennen; Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>Name the two columns in its first line.</source>
        <translation>Die beiden Spalten in der ersten Zeile nennen.</translation>
    </message>
    <message>
        <source>No camera is chosen.</source>
        <translation>Keine Kamera ist gewählt.</translation>
    </message>
    <message>
        <source>No camera is opened.</source>
        <translation>Keine Kamera wird geöffnet.</translation>
    </message>
    <message>
        <source>No class has the number {number}.</source>
        <translation>Keine Klasse hat die Nummer {number}.</translation>
    </message>
    <message>
        <source>No dataset is made.</source>
        <translation>Es wird kein Datensatz angelegt.</translation>
    </message>
    <message>
        <source>No frame came.</source>
        <translation>Es kam kein Bild.</translation>
    </message>
    <message>
        <source>No frame from {camera} within {seconds} s.</source>
        <translation>Kein Bild in {seconds} s von {camera}.</translation>
    </message>
    <message>
        <source>No frame from {camera}.</source>
        <translation>Kein Bild von {camera}.</translation>
    </message>
    <message>
        <source>No frame is added.</source>
        <translation>Es wird kein Bild hinzugefügt.</translation>
    </message>
    <message>
        <source>No image is open.</source>
        <translation>Kein Bild ist geöffnet.</translation>
    </message>
    <message>
        <source>No label is imported.</source>
        <translation>Keine Markierung wird importiert.</translation>
    </message>
    <message>
        <source>No mask is proposed.</source>
        <translation>Es wird keine Maske vorgeschlagen.</translation>
    </message>
    <message>
        <source>No name is chosen.</source>
        <translation>Kein Name ist gewählt.</translation>
    </message>
    <message>
        <source>No part was captured.</source>
        <translation>Kein Teil wurde aufgenommen.</translation>
    </message>
    <message>
        <source>No pixel of the 16-bit images is above {most} of 65535: they seem to hold 12 bits or fewer, and no note in the files says so.</source>
        <translation>Kein Pixel der 16-Bit-Bilder liegt über {most} von 65535: Sie enthalten wohl höchstens 12 Bit, und keine Angabe in den Dateien sagt es.</translation>
    </message>
    <message>
        <source>No rating and no reference is {good}.</source>
        <translation>Keine Bewertung und keine Referenz ist {good}.</translation>
    </message>
    <message>
        <source>No recipe is chosen.</source>
        <translation>Kein Rezept ist gewählt.</translation>
    </message>
    <message>
        <source>No study is started.</source>
        <translation>Keine Studie wird gestartet.</translation>
    </message>
    <message>
        <source>No trigger for {limit_s} s.</source>
        <translation>Seit {limit_s} s kein Trigger.</translation>
    </message>
    <message>
        <source>Nobody can tell the classes.</source>
        <translation>Niemand kann sagen, welche Klassen gemeint sind.</translation>
    </message>
    <message>
        <source>Nobody can tell what is marked.</source>
        <translation>Niemand kann sagen, was markiert ist.</translation>
    </message>
    <message>
        <source>Nobody can tell where its defect is.</source>
        <translation>Niemand kann sagen, wo der Fehler ist.</translation>
    </message>
    <message>
        <source>Nobody can tell which one the annotations mean.</source>
        <translation>Niemand weiß, welchen Eintrag die Annotationen meinen.</translation>
    </message>
    <message>
        <source>Nobody is added.</source>
        <translation>Niemand wird hinzugefügt.</translation>
    </message>
    <message>
        <source>Nobody is added: nobody could add the others afterwards.</source>
        <translation>Niemand wird hinzugefügt: danach könnte keiner die anderen hinzufügen.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>None of the {count} images in {folder} can be read.</source>
        <translation>Keines der {count} Bilder in {folder} ist lesbar.</translation>
    </message>
    <message>
        <source>Nothing at this place stands out enough to be tolerated.</source>
        <translation>An dieser Stelle fällt nichts auf, was zu dulden wäre.</translation>
    </message>
    <message>
        <source>Nothing can be changed here.</source>
        <translation>Hier kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>Nothing can be inspected from it.</source>
        <translation>Daraus lässt sich nichts prüfen.</translation>
    </message>
    <message>
        <source>Nothing can be marked now.</source>
        <translation>Jetzt kann nichts markiert werden.</translation>
    </message>
    <message>
        <source>Nothing can be recorded, so parts are not inspected.</source>
        <translation>Nichts kann gespeichert werden, deshalb werden Teile nicht geprüft.</translation>
    </message>
    <message>
        <source>Nothing is changed, since that would be undone.</source>
        <translation>Nichts wird geändert, denn das ginge sonst verloren.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts wird geändert.</translation>
    </message>
    <message>
        <source>Nothing is changed: without a line lead nobody could add operators.</source>
        <translation>Nichts wird geändert: ohne Linienleiter könnte niemand Personen hinzufügen.</translation>
    </message>
    <message>
        <source>Nothing is evaluated.</source>
        <translation>Nichts wird ausgewertet.</translation>
    </message>
    <message>
        <source>Nothing is exported.</source>
        <translation>Nichts wird ausgegeben.</translation>
    </message>
    <message>
        <source>Nothing is frozen under the name {name}.</source>
        <translation>Unter dem Namen {name} ist nichts eingefroren.</translation>
    </message>
    <message>
        <source>Nothing is frozen.</source>
        <translation>Nichts wird eingefroren.</translation>
    </message>
    <message>
        <source>Nothing is imported.</source>
        <translation>Nichts wird übernommen.</translation>
    </message>
    <message>
        <source>Nothing is inspected.</source>
        <translation>Nichts wird geprüft.</translation>
    </message>
    <message>
        <source>Nothing is kept.</source>
        <translation>Nichts wird aufgehoben.</translation>
    </message>
    <message>
        <source>Nothing is read.</source>
        <translation>Nichts wird gelesen.</translation>
    </message>
    <message>
        <source>Nothing is read: names would be guessed.</source>
        <translation>Nichts wird gelesen: Namen wären geraten.</translation>
    </message>
    <message>
        <source>Nothing is read: what is missing would have to be guessed.</source>
        <translation>Nichts wird gelesen: Was fehlt, müsste geraten werden.</translation>
    </message>
    <message>
        <source>Nothing is released; the running recipe stays.</source>
        <translation>Nichts wird freigegeben; das laufende Rezept bleibt.</translation>
    </message>
    <message>
        <source>Nothing is saved.</source>
        <translation>Nichts wird gesichert.</translation>
    </message>
    <message>
        <source>Nothing is taught.</source>
        <translation>Nichts wird gelehrt.</translation>
    </message>
    <message>
        <source>Nothing is taught; the running recipe stays.</source>
        <translation>Nichts wird gelehrt; das laufende Rezept bleibt.</translation>
    </message>
    <message>
        <source>Nothing more can be recorded, so parts are not inspected.</source>
        <translation>Nichts mehr kann gespeichert werden, deshalb werden Teile nicht geprüft.</translation>
    </message>
    <message>
        <source>Nothing needs to be taken back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Nothing of it is imported.</source>
        <translation>Nichts davon wird übernommen.</translation>
    </message>
    <message>
        <source>Nothing would be remembered without this image.</source>
        <translation>Ohne dieses Bild bliebe nichts gelernt.</translation>
    </message>
    <message>
        <source>Now {name}</source>
        <translation>Jetzt {name}</translation>
    </message>
    <message>
        <source>Only the last answer can be taken back, so that earlier parts stay blind.</source>
        <translation>Nur die letzte Antwort lässt sich zurücknehmen, damit frühere Teile blind bleiben.</translation>
    </message>
    <message>
        <source>Only {alike} of {all} images show the same part in the same place.</source>
        <translation>Nur {alike} von {all} Bildern zeigen dasselbe Teil am selben Platz.</translation>
    </message>
    <message>
        <source>Only {width} x {height} pixels are looked at.</source>
        <translation>Nur {width} x {height} Pixel werden betrachtet.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Open the dataset again.</source>
        <translation>Den Datensatz neu öffnen.</translation>
    </message>
    <message>
        <source>Open the study again.</source>
        <translation>Die Studie neu öffnen.</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Teil {number}</translation>
    </message>
    <message>
        <source>Part {number} scored {before}, now {now}. No part is inspected.</source>
        <translation>Teil {number} hatte den Wert {before}, jetzt {now}. Kein Teil wird geprüft.</translation>
    </message>
    <message>
        <source>Part {part} has two references: {one} and {other}{where}.</source>
        <translation>Teil {part} hat zwei Referenzen: {one} und {other}{where}.</translation>
    </message>
    <message>
        <source>Parts are not inspected until it does.</source>
        <translation>Bis dahin werden Teile nicht geprüft.</translation>
    </message>
    <message>
        <source>Parts are not inspected until it is.</source>
        <translation>Bis dahin werden Teile nicht geprüft.</translation>
    </message>
    <message>
        <source>Parts are not inspected.</source>
        <translation>Teile werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Parts may pass without being inspected.</source>
        <translation>Teile können ungeprüft vorbeikommen.</translation>
    </message>
    <message>
        <source>Parts passing now are not inspected.</source>
        <translation>Teile, die jetzt vorbeikommen, werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Parts without a record count as not inspected. All parts recorded before are safe. {what}</source>
        <translation>Teile ohne Eintrag gelten als nicht geprüft. Alle vorher gespeicherten Teile sind sicher. {what}</translation>
    </message>
    <message>
        <source>Pick your name, then type the PIN.</source>
        <translation>Erst den Namen wählen, dann die PIN eingeben.</translation>
    </message>
    <message>
        <source>Point {number} of a polygon is no place in an image.</source>
        <translation>Punkt {number} eines Polygons ist kein Ort in einem Bild.</translation>
    </message>
    <message>
        <source>Polygon, {name}</source>
        <translation>Polygon, {name}</translation>
    </message>
    <message>
        <source>Push it into its place, or teach again with the camera as it stands now.</source>
        <translation>Es an seinen Platz schieben oder mit der Kamera, wie sie jetzt steht, neu lehren.</translation>
    </message>
    <message>
        <source>Put images into test/good.</source>
        <translation>Bilder in test/good legen.</translation>
    </message>
    <message>
        <source>Put the file back from a backup, or choose another backbone.</source>
        <translation>Die Datei aus einer Sicherung zurückholen oder ein anderes Backbone wählen.</translation>
    </message>
    <message>
        <source>Put the list of class names beside the labels.</source>
        <translation>Die Liste der Klassennamen neben die Markierungen legen.</translation>
    </message>
    <message>
        <source>Put the right file back, or look through the folder again (in the menu).</source>
        <translation>Die richtige Datei zurücklegen oder den Ordner erneut durchsehen (im Menü).</translation>
    </message>
    <message>
        <source>Recipe {name} does not say what its good parts scored.</source>
        <translation>Rezept {name} nennt die Werte seiner guten Teile nicht.</translation>
    </message>
    <message>
        <source>Recipe {name} has a version {version} already.</source>
        <translation>Rezept {name} hat schon eine Version {version}.</translation>
    </message>
    <message>
        <source>Recipe {name} has no version {version}.</source>
        <translation>Rezept {name} hat keine Version {version}.</translation>
    </message>
    <message>
        <source>Recipe {recipe} has no view {view}.</source>
        <translation>Rezept {recipe} hat keine Ansicht {view}.</translation>
    </message>
    <message>
        <source>Recipe {recipe} looks through {camera}, and no device stands for it.</source>
        <translation>Rezept {recipe} sieht durch {camera}, und kein Gerät steht dafür.</translation>
    </message>
    <message>
        <source>Recipe {recipe} looks through {count} camera ({names}), {given} given.</source>
        <translation>Rezept {recipe} sieht durch {count} Kamera ({names}), angegeben: {given}.</translation>
    </message>
    <message>
        <source>Recipe {recipe} looks through {count} cameras ({names}), {given} given.</source>
        <translation>Rezept {recipe} sieht durch {count} Kameras ({names}), angegeben: {given}.</translation>
    </message>
    <message>
        <source>Recipes of this station: {known}.</source>
        <translation>Rezepte dieser Station: {known}.</translation>
    </message>
    <message>
        <source>Recipes that ask for it cannot be taught yet.</source>
        <translation>Rezepte, die es verlangen, lassen sich noch nicht lehren.</translation>
    </message>
    <message>
        <source>Records would not survive a power cut, so nothing is recorded.</source>
        <translation>Einträge würden einen Stromausfall nicht überstehen, deshalb wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinert</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Remove one of the two, or number the trials.</source>
        <translation>Eine der beiden entfernen oder die Durchgänge nummerieren.</translation>
    </message>
    <message>
        <source>Rename the class, or choose another format.</source>
        <translation>Die Klasse umbenennen oder ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>Repair the file or leave it out.</source>
        <translation>Die Datei reparieren oder weglassen.</translation>
    </message>
    <message>
        <source>Repair the files, or choose another folder.</source>
        <translation>Die Dateien reparieren oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Repair the installation, then start Loupe again.</source>
        <translation>Die Installation reparieren, dann Loupe neu starten.</translation>
    </message>
    <message>
        <source>Repair the line or leave it out.</source>
        <translation>Die Zeile reparieren oder weglassen.</translation>
    </message>
    <message>
        <source>Restore an earlier version, or the last backup.</source>
        <translation>Eine frühere Fassung oder die letzte Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Restore the file from a backup.</source>
        <translation>Die Datei aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>Restore the last backup, or freeze a new one.</source>
        <translation>Die letzte Sicherung einspielen oder einen neuen einfrieren.</translation>
    </message>
    <message>
        <source>Restore version {number}</source>
        <translation>Fassung {number} zurückgeholt</translation>
    </message>
    <message>
        <source>Restore with --replace to set it aside, or choose another home with --home.</source>
        <translation>Mit --replace wiederherstellen, dann werden sie beiseitegelegt, oder mit --home einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>Run loupe restore again with --replace; what was there before is in the folder set-aside.</source>
        <translation>loupe restore noch einmal mit --replace ausführen; was vorher da war, liegt im Ordner set-aside.</translation>
    </message>
    <message>
        <source>Save anomalib&apos;s pretrained_teacher_small as safetensors and import it: loupe weights import FILE --architecture anomalib:efficientad_small.</source>
        <translation>pretrained_teacher_small von anomalib als safetensors speichern und einlesen: loupe weights import DATEI --architecture anomalib:efficientad_small.</translation>
    </message>
    <message>
        <source>Save it again as &quot;CSV UTF-8&quot;.</source>
        <translation>Sie noch einmal als „CSV UTF-8“ speichern.</translation>
    </message>
    <message>
        <source>Save it as a PNG with a palette or in grey levels, one number for each class.</source>
        <translation>Als PNG mit Palette oder in Graustufen speichern, eine Nummer für jede Klasse.</translation>
    </message>
    <message>
        <source>Save it with 8 or 16 bits per channel.</source>
        <translation>Mit 8 oder 16 Bit je Kanal speichern.</translation>
    </message>
    <message>
        <source>Save the image as a file first.</source>
        <translation>Das Bild zuerst als Datei speichern.</translation>
    </message>
    <message>
        <source>Save them with their bit depth (PNG: sBIT) or scaled to 16 bits. If they do use 16 bits, they are too dark: give more light or exposure, and capture good parts again.</source>
        <translation>Mit ihrer Bittiefe (PNG: sBIT) oder auf 16 Bit skaliert speichern. Nutzen sie wirklich 16 Bit, sind sie zu dunkel: mehr Licht oder längere Belichtung geben und gute Teile neu aufnehmen.</translation>
    </message>
    <message>
        <source>Score above {line}, highest at the {place}</source>
        <translation>Wert über {line}, am höchsten: {place}</translation>
    </message>
    <message>
        <source>Score below T1</source>
        <translation>Wert unter T1</translation>
    </message>
    <message>
        <source>Set its trigger mode to software.</source>
        <translation>Ihren Triggermodus auf Software stellen.</translation>
    </message>
    <message>
        <source>Set the camera&apos;s region back, or choose the recipe for this camera.</source>
        <translation>Den Bereich der Kamera zurückstellen oder das Rezept für diese Kamera wählen.</translation>
    </message>
    <message>
        <source>Setting {name} is not used ({why}); the default is used.</source>
        <translation>Die Einstellung {name} wird nicht benutzt ({why}); es gilt der Vorgabewert.</translation>
    </message>
    <message>
        <source>Setting {name}: {value} is not used ({why}); the default is used.</source>
        <translation>Die Einstellung {name}: {value} wird nicht benutzt ({why}); es gilt der Vorgabewert.</translation>
    </message>
    <message>
        <source>Several classes on one image become the one that covers most, on {count} images.</source>
        <translation>Aus mehreren Klassen eines Bildes wird die mit der größten Fläche, auf {count} Bildern.</translation>
    </message>
    <message>
        <source>Several of the {key} have the id {id}.</source>
        <translation>Mehrere Einträge in {key} haben die id {id}.</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Geengt</translation>
    </message>
    <message>
        <source>Sign in, or add operators on the People screen first.</source>
        <translation>Anmelden oder zuerst unter Personen jemanden hinzufügen.</translation>
    </message>
    <message>
        <source>Sign in, or write a name.</source>
        <translation>Anmelden oder einen Namen schreiben.</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>Anmelden.</translation>
    </message>
    <message>
        <source>Something else goes on here: {what}.</source>
        <translation>Hier läuft schon etwas anderes: {what}.</translation>
    </message>
    <message>
        <source>Split it, or leave it out.</source>
        <translation>Sie aufteilen oder weglassen.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Sie noch einmal starten.</translation>
    </message>
    <message>
        <source>Start the camera again.</source>
        <translation>Die Kamera neu starten.</translation>
    </message>
    <message>
        <source>Start the camera first.</source>
        <translation>Zuerst die Kamera starten.</translation>
    </message>
    <message>
        <source>Start the recipe&apos;s active version, if another one is inspecting.</source>
        <translation>Die aktive Version des Rezepts starten, falls eine andere prüft.</translation>
    </message>
    <message>
        <source>Start the station once on this home, then try again.</source>
        <translation>Die Station einmal mit diesem Datenordner starten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Sie zuerst anhalten.</translation>
    </message>
    <message>
        <source>Strokes that were not saved are back.</source>
        <translation>Nicht gespeicherte Striche sind wieder da.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags are left out, on {count} images.</source>
        <translation>Schlagwörter entfallen, auf {count} Bildern.</translation>
    </message>
    <message>
        <source>Take the image again, or save it as PNG if it is whole.</source>
        <translation>Das Bild neu aufnehmen; ist es unversehrt, als PNG speichern.</translation>
    </message>
    <message>
        <source>Teach a recipe first, or mark with another tool.</source>
        <translation>Zuerst ein Rezept einlernen oder mit einem anderen Werkzeug markieren.</translation>
    </message>
    <message>
        <source>Teach it again.</source>
        <translation>Es neu einlernen.</translation>
    </message>
    <message>
        <source>Teach it: loupe teach IMAGES_DIR --recipe &quot;{name}&quot;</source>
        <translation>Lehren mit: loupe teach BILDERORDNER --recipe &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>Teach recipe {recipe} with Loupe&apos;s own model, or add the part as a good one.</source>
        <translation>Rezept {recipe} mit Loupes eigenem Modell lehren oder das Teil als gutes hinzufügen.</translation>
    </message>
    <message>
        <source>Teach the recipe again with all images of good parts.</source>
        <translation>Das Rezept mit allen Bildern guter Teile neu lehren.</translation>
    </message>
    <message>
        <source>Teach the recipe again with the new settings.</source>
        <translation>Das Rezept mit den neuen Einstellungen neu lehren.</translation>
    </message>
    <message>
        <source>Teach the recipe again, or install Loupe again.</source>
        <translation>Das Rezept neu einlernen oder Loupe neu installieren.</translation>
    </message>
    <message>
        <source>Teach the recipe again, or put the file back from a backup.</source>
        <translation>Das Rezept neu anlernen oder die Datei aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>Teach the recipe again.</source>
        <translation>Das Rezept neu lehren.</translation>
    </message>
    <message>
        <source>Teach the recipe again; if it happens again, choose another backbone.</source>
        <translation>Das Rezept neu lehren; kommt es wieder vor, ein anderes Backbone wählen.</translation>
    </message>
    <message>
        <source>That an image is not finished is left out, on {count} images.</source>
        <translation>Dass ein Bild nicht fertig ist, entfällt, auf {count} Bildern.</translation>
    </message>
    <message>
        <source>That is too little to know a good part by: nothing is taught.</source>
        <translation>Daran ist kein Gutteil zu erkennen: Es wird nichts eingelernt.</translation>
    </message>
    <message>
        <source>The GenTL producer {file} cannot be loaded.</source>
        <translation>Der GenTL-Producer {file} lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>The GenTL producer {file} does not exist.</source>
        <translation>Den GenTL-Producer {file} gibt es nicht.</translation>
    </message>
    <message>
        <source>The GenTL producer {file} finds no camera.</source>
        <translation>Der GenTL-Producer {file} findet keine Kamera.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>Die PIN ist falsch.</translation>
    </message>
    <message>
        <source>The annotation is not saved.</source>
        <translation>Die Markierung wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The annotation is of an image that the file does not list.</source>
        <translation>Die Markierung gehört zu einem Bild, das die Datei nicht nennt.</translation>
    </message>
    <message>
        <source>The backbone &quot;{name}&quot; is not known.</source>
        <translation>Das Backbone „{name}“ ist unbekannt.</translation>
    </message>
    <message>
        <source>The backbone {name} has no layers {layers}, or they cannot be read.</source>
        <translation>Das Backbone {name} hat keine Schichten {layers}, oder sie sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The backbone {name} has no taps at stride 8 and 16.</source>
        <translation>Das Backbone {name} hat keine Abgriffe bei Schrittweite 8 und 16.</translation>
    </message>
    <message>
        <source>The backbone {name} is not on this computer ({path}).</source>
        <translation>Das Backbone {name} ist nicht auf diesem Rechner ({path}).</translation>
    </message>
    <message>
        <source>The camera failed ({kind}).</source>
        <translation>Die Kamera hat versagt ({kind}).</translation>
    </message>
    <message>
        <source>The camera keeps its settings.</source>
        <translation>Die Kamera behält ihre Einstellungen.</translation>
    </message>
    <message>
        <source>The camera library {library} cannot be loaded.</source>
        <translation>Die Kamerabibliothek {library} lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>The camera spec {spec} is not understood: {wrong}.</source>
        <translation>Die Kameraangabe {spec} ist nicht verständlich: {wrong}.</translation>
    </message>
    <message>
        <source>The cameras had to be brought back into step with each other.</source>
        <translation>Die Kameras mussten wieder in gleichen Takt gebracht werden.</translation>
    </message>
    <message>
        <source>The categories are: {found}.</source>
        <translation>Die Kategorien sind: {found}.</translation>
    </message>
    <message>
        <source>The compressed run lengths cannot be read.</source>
        <translation>Die gepackten Lauflängen sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The coordinates are no pairs of numbers.</source>
        <translation>Die Koordinaten sind keine Zahlenpaare.</translation>
    </message>
    <message>
        <source>The coordinates are no shares of the image&apos;s width and height.</source>
        <translation>Die Koordinaten sind keine Anteile an Breite und Höhe des Bildes.</translation>
    </message>
    <message>
        <source>The database could be damaged there without a word, because its log needs memory that computers on a network do not share. Nothing is recorded.</source>
        <translation>Die Datenbank könnte dort unbemerkt Schaden nehmen, denn ihr Protokoll braucht Speicher, den Rechner im Netz nicht teilen. Nichts wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>The dataset has no image {name}.</source>
        <translation>Der Datensatz hat kein Bild {name}.</translation>
    </message>
    <message>
        <source>The disk with {home} is full: {gb} GB free.</source>
        <translation>Die Platte mit {home} ist voll: {gb} GB frei.</translation>
    </message>
    <message>
        <source>The disk with {home} is nearly full: {gb} GB free.</source>
        <translation>Die Platte mit {home} ist fast voll: {gb} GB frei.</translation>
    </message>
    <message>
        <source>The disk with {path} is full.</source>
        <translation>Die Platte mit {path} ist voll.</translation>
    </message>
    <message>
        <source>The disk with {path} reports an error.</source>
        <translation>Die Platte mit {path} meldet einen Fehler.</translation>
    </message>
    <message>
        <source>The entry has no {key}.</source>
        <translation>Der Eintrag hat kein Feld {key}.</translation>
    </message>
    <message>
        <source>The entry is no JSON object.</source>
        <translation>Der Eintrag ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The entry names no class.</source>
        <translation>Der Eintrag nennt keine Klasse.</translation>
    </message>
    <message>
        <source>The file as it was cannot be kept aside ({error}).</source>
        <translation>Die Datei, wie sie war, lässt sich nicht aufheben ({error}).</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file of {path} is gone.</source>
        <translation>Die Datei von {path} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file {path} is damaged: some of its numbers are none.</source>
        <translation>Die Datei {path} ist beschädigt: Einige ihrer Zahlen sind keine.</translation>
    </message>
    <message>
        <source>The first counts.</source>
        <translation>Die erste gilt.</translation>
    </message>
    <message>
        <source>The first entry counts.</source>
        <translation>Der erste Eintrag gilt.</translation>
    </message>
    <message>
        <source>The first line names the columns part, appraiser, trial, rating, reference. Leave the cells of reference empty where the truth is not known.</source>
        <translation>Die erste Zeile nennt die Spalten part, appraiser, trial, rating, reference. Ist die Wahrheit nicht bekannt, bleiben die Zellen von reference leer.</translation>
    </message>
    <message>
        <source>The first of them: {names}</source>
        <translation>Die ersten davon: {names}</translation>
    </message>
    <message>
        <source>The first operator is not a line lead.</source>
        <translation>Die erste Person ist kein Linienleiter.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder {folder} gives no image to {camera}.</source>
        <translation>Der Ordner {folder} gibt {camera} kein Bild.</translation>
    </message>
    <message>
        <source>The folder {folder} gives no image.</source>
        <translation>Der Ordner {folder} gibt kein Bild.</translation>
    </message>
    <message>
        <source>The folder {folder} was replayed to its end.</source>
        <translation>Der Ordner {folder} ist bis zum Ende abgespielt.</translation>
    </message>
    <message>
        <source>The folder {labels} of the labels was taken for the dataset&apos;s folder {dataset}.</source>
        <translation>Der Ordner {labels} der Markierungen wurde als Ordner {dataset} des Datensatzes genommen.</translation>
    </message>
    <message>
        <source>The frame cannot be encoded as PNG.</source>
        <translation>Das Bild lässt sich nicht als PNG speichern.</translation>
    </message>
    <message>
        <source>The ignore regions cover everything that is looked at.</source>
        <translation>Die Ausnahmen verdecken alles, was betrachtet wird.</translation>
    </message>
    <message>
        <source>The ignore regions leave hardly anything to look at.</source>
        <translation>Die Ausnahmen lassen kaum etwas übrig, das betrachtet wird.</translation>
    </message>
    <message>
        <source>The image does not match the reference.</source>
        <translation>Das Bild passt nicht zur Referenz.</translation>
    </message>
    <message>
        <source>The image has the wrong size.</source>
        <translation>Das Bild hat die falsche Größe.</translation>
    </message>
    <message>
        <source>The image is not opened, so that nothing is lost.</source>
        <translation>Das Bild wird nicht geöffnet, damit nichts verloren geht.</translation>
    </message>
    <message>
        <source>The image is {width} x {height}, the region ends at {x} x {y}.</source>
        <translation>Das Bild hat {width} x {height}, der Bereich endet bei {x} x {y}.</translation>
    </message>
    <message>
        <source>The image of part {number} was changed after the study began.</source>
        <translation>Das Bild von Teil {number} wurde nach Beginn der Studie verändert.</translation>
    </message>
    <message>
        <source>The image stays as it is.</source>
        <translation>Das Bild bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The images have different sizes: frames of every size are accepted.</source>
        <translation>Die Bilder sind verschieden groß: Bilder jeder Größe werden angenommen.</translation>
    </message>
    <message>
        <source>The images of {count} parts cannot be read.</source>
        <translation>Die Bilder von {count} Teilen lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The inspection cannot be replayed from it; its record stands.</source>
        <translation>Die Prüfung lässt sich daraus nicht wiederholen; ihr Eintrag bleibt gültig.</translation>
    </message>
    <message>
        <source>The labels are for {width} x {height} pixels; the image has {image_width} x {image_height}.</source>
        <translation>Die Markierungen sind für {width} x {height} Bildpunkte; das Bild hat {image_width} x {image_height}.</translation>
    </message>
    <message>
        <source>The line has {count} numbers.</source>
        <translation>Die Zeile hat {count} Zahlen.</translation>
    </message>
    <message>
        <source>The mark holds no pixel of the image.</source>
        <translation>Die Markierung enthält keinen Bildpunkt des Bildes.</translation>
    </message>
    <message>
        <source>The mark is not imported.</source>
        <translation>Die Markierung wird nicht übernommen.</translation>
    </message>
    <message>
        <source>The mark reached beyond the image and was cut off there.</source>
        <translation>Die Markierung reichte über das Bild hinaus und wurde dort abgeschnitten.</translation>
    </message>
    <message>
        <source>The mark would lie outside.</source>
        <translation>Die Markierung läge außerhalb.</translation>
    </message>
    <message>
        <source>The mask is damaged, or of another image.</source>
        <translation>Die Maske ist beschädigt oder gehört zu einem anderen Bild.</translation>
    </message>
    <message>
        <source>The mask is damaged.</source>
        <translation>Die Maske ist beschädigt.</translation>
    </message>
    <message>
        <source>The mask is larger than the image.</source>
        <translation>Die Maske ist größer als das Bild.</translation>
    </message>
    <message>
        <source>The mask is no readable PNG.</source>
        <translation>Die Maske ist kein lesbares PNG.</translation>
    </message>
    <message>
        <source>The model cannot be taught with it.</source>
        <translation>Das Modell lässt sich damit nicht lehren.</translation>
    </message>
    <message>
        <source>The model cannot be used.</source>
        <translation>Das Modell ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>The model failed on this frame ({kind}).</source>
        <translation>Das Modell hat bei diesem Bild versagt ({kind}).</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read.</source>
        <translation>Die Modelldatei {path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The model file {path} is damaged or was changed.</source>
        <translation>Die Modelldatei {path} ist beschädigt oder wurde verändert.</translation>
    </message>
    <message>
        <source>The model file {path} is missing.</source>
        <translation>Die Modelldatei {path} fehlt.</translation>
    </message>
    <message>
        <source>The model file {path} was written by a newer Loupe.</source>
        <translation>Die Modelldatei {path} stammt von einem neueren Loupe.</translation>
    </message>
    <message>
        <source>The model gave no finite score.</source>
        <translation>Das Modell gab keinen endlichen Wert.</translation>
    </message>
    <message>
        <source>The model gives no finite score for this image.</source>
        <translation>Das Modell gibt für dieses Bild keinen endlichen Wert.</translation>
    </message>
    <message>
        <source>The model kind {kind} cannot predict most of the good images.</source>
        <translation>Die Modellart {kind} kann die meisten guten Bilder nicht beurteilen.</translation>
    </message>
    <message>
        <source>The model kind {kind} is not known.</source>
        <translation>Die Modellart {kind} ist unbekannt.</translation>
    </message>
    <message>
        <source>The model setting {key} cannot be {value}.</source>
        <translation>Die Modelleinstellung {key} kann nicht {value} sein.</translation>
    </message>
    <message>
        <source>The model setting {key} is missing.</source>
        <translation>Die Modelleinstellung {key} fehlt.</translation>
    </message>
    <message>
        <source>The model setting {key} is not known.</source>
        <translation>Die Modelleinstellung {key} ist unbekannt.</translation>
    </message>
    <message>
        <source>The model {path} was taught by a Loupe that looks at frames in another way.</source>
        <translation>Das Modell {path} wurde von einem Loupe gelehrt, das Bilder anders ansieht.</translation>
    </message>
    <message>
        <source>The name of {path} is no text.</source>
        <translation>Der Name von {path} ist kein Text.</translation>
    </message>
    <message>
        <source>The name “{name}” cannot be used.</source>
        <translation>Der Name „{name}“ ist nicht möglich.</translation>
    </message>
    <message>
        <source>The network for click to mask fails on this image.</source>
        <translation>Das Netz für Klick zu Maske versagt bei diesem Bild.</translation>
    </message>
    <message>
        <source>The network of a model cannot be used.</source>
        <translation>Das Netz eines Modells ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The networks stay as they are.</source>
        <translation>Die Netze bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The operator has no name yet.</source>
        <translation>Die Person hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>The others are in their order.</source>
        <translation>Die anderen sind geordnet.</translation>
    </message>
    <message>
        <source>The outline crosses itself; what lies inside an odd number of times is marked.</source>
        <translation>Der Umriss kreuzt sich selbst; markiert ist, was ungerade oft innen liegt.</translation>
    </message>
    <message>
        <source>The outline has {count} points; it needs {fewest}.</source>
        <translation>Der Umriss hat {count} Punkte; nötig sind {fewest}.</translation>
    </message>
    <message>
        <source>The part does not lie where the reference shows it.</source>
        <translation>Das Teil liegt nicht dort, wo die Referenz es zeigt.</translation>
    </message>
    <message>
        <source>The part has no image.</source>
        <translation>Das Teil hat kein Bild.</translation>
    </message>
    <message>
        <source>The part is not inspected.</source>
        <translation>Das Teil wird nicht geprüft.</translation>
    </message>
    <message>
        <source>The part was not inspected.</source>
        <translation>Das Teil wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>The picture has changed ({view}).</source>
        <translation>Das Bild hat sich verändert ({view}).</translation>
    </message>
    <message>
        <source>The polygon is not drawn.</source>
        <translation>Das Polygon wird nicht gezeichnet.</translation>
    </message>
    <message>
        <source>The previous image is {width} x {height}: {count} of its defects reach outside this one and are cut off.</source>
        <translation>Das vorige Bild ist {width} x {height} groß: {count} seiner Fehler ragen über dieses hinaus und sind abgeschnitten.</translation>
    </message>
    <message>
        <source>The recipe cannot be taught with it.</source>
        <translation>Das Rezept lässt sich damit nicht lehren.</translation>
    </message>
    <message>
        <source>The recipe has no name yet.</source>
        <translation>Das Rezept hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>The recipe is not used.</source>
        <translation>Das Rezept wird nicht benutzt.</translation>
    </message>
    <message>
        <source>The recipe stays as it is.</source>
        <translation>Das Rezept bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The recipe&apos;s model settings are not those {file} was taught with.</source>
        <translation>Die Modelleinstellungen des Rezepts sind nicht die, mit denen {file} gelehrt wurde.</translation>
    </message>
    <message>
        <source>The record could not be written.</source>
        <translation>Der Eintrag konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The record could not be written. Inspection has stopped.</source>
        <translation>Der Eintrag konnte nicht geschrieben werden. Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>The record itself is safe; nothing else changes.</source>
        <translation>Der Eintrag selbst ist sicher; sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>The record stands; it cannot be replayed.</source>
        <translation>Der Eintrag bleibt gültig; wiederholen lässt er sich nicht.</translation>
    </message>
    <message>
        <source>The region of interest reaches outside the image.</source>
        <translation>Der Prüfbereich reicht über das Bild hinaus.</translation>
    </message>
    <message>
        <source>The releases of {name} cannot be read.</source>
        <translation>Die Freigaben von {name} sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The run lengths are no list of whole numbers.</source>
        <translation>Die Lauflängen sind keine Liste ganzer Zahlen.</translation>
    </message>
    <message>
        <source>The run lengths do not add up to {width} x {height} pixels.</source>
        <translation>Die Lauflängen ergeben nicht {width} x {height} Bildpunkte.</translation>
    </message>
    <message>
        <source>The search for {kind} cameras ends with {error}.</source>
        <translation>Die Suche nach {kind}-Kameras endet mit {error}.</translation>
    </message>
    <message>
        <source>The self-test failed: a stored frame does not score as it did.</source>
        <translation>Der Selbsttest ist gescheitert: ein gespeichertes Bild hat nicht mehr seinen Wert.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be written.</source>
        <translation>Die Einstellungsdatei {path} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The station failed.</source>
        <translation>Die Station hat versagt.</translation>
    </message>
    <message>
        <source>The station goes on with the settings as they were.</source>
        <translation>Die Station läuft mit den bisherigen Einstellungen weiter.</translation>
    </message>
    <message>
        <source>The station stopped while this part was inspected.</source>
        <translation>Die Station hielt an, während dieses Teil geprüft wurde.</translation>
    </message>
    <message>
        <source>The station was still busy with the part before.</source>
        <translation>Die Station war noch mit dem Teil davor beschäftigt.</translation>
    </message>
    <message>
        <source>The station&apos;s storage is closed.</source>
        <translation>Der Speicher der Station ist geschlossen.</translation>
    </message>
    <message>
        <source>The stored frame {file} is damaged or was changed.</source>
        <translation>Das gespeicherte Bild {file} ist beschädigt oder wurde verändert.</translation>
    </message>
    <message>
        <source>The strokes before them are back; what was saved is safe.</source>
        <translation>Die Striche davor sind wieder da; Gespeichertes ist sicher.</translation>
    </message>
    <message>
        <source>The strokes in {path} cannot be read.</source>
        <translation>Die Striche in {path} lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The strokes in {path} do not fit the image or are damaged, and cannot be kept aside.</source>
        <translation>Die Striche in {path} passen nicht zum Bild oder sind beschädigt und können nicht beiseitegelegt werden.</translation>
    </message>
    <message>
        <source>The study itself is safe.</source>
        <translation>Die Studie selbst ist sicher.</translation>
    </message>
    <message>
        <source>The template cannot be taught.</source>
        <translation>Die Referenz lässt sich nicht lehren.</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>Die beiden PINs sind nicht gleich.</translation>
    </message>
    <message>
        <source>The verdict came {took} ms after the trigger, later than the {allowed} ms allowed.</source>
        <translation>Das Urteil kam {took} ms nach dem Trigger, später als die erlaubten {allowed} ms.</translation>
    </message>
    <message>
        <source>The weight file {path} is broken.</source>
        <translation>Die Gewichtsdatei {path} ist fehlerhaft.</translation>
    </message>
    <message>
        <source>The weights in {origin} do not fit {architecture}.</source>
        <translation>Die Gewichte in {origin} passen nicht zu {architecture}.</translation>
    </message>
    <message>
        <source>There are strokes for this image that were drawn on one of another size.</source>
        <translation>Zu diesem Bild gibt es Striche, die auf einem anderer Größe gezeichnet wurden.</translation>
    </message>
    <message>
        <source>There are too few parts: {count}.</source>
        <translation>Es gibt zu wenige Teile: {count}.</translation>
    </message>
    <message>
        <source>There is a dataset {name} already.</source>
        <translation>Einen Datensatz {name} gibt es schon.</translation>
    </message>
    <message>
        <source>There is a study {name} already.</source>
        <translation>Es gibt schon eine Studie {name}.</translation>
    </message>
    <message>
        <source>There is an operator {name} already.</source>
        <translation>Eine Person {name} gibt es schon.</translation>
    </message>
    <message>
        <source>There is another annotation with id {id}.</source>
        <translation>Es gibt noch eine Markierung mit der id {id}.</translation>
    </message>
    <message>
        <source>There is neither data.yaml nor classes.txt in {folder}.</source>
        <translation>In {folder} gibt es weder data.yaml noch classes.txt.</translation>
    </message>
    <message>
        <source>There is no alarm {number}.</source>
        <translation>Einen Alarm {number} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no answer to take back.</source>
        <translation>Es gibt keine Antwort zum Zurücknehmen.</translation>
    </message>
    <message>
        <source>There is no dataset {name}.</source>
        <translation>Einen Datensatz {name} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no further part.</source>
        <translation>Es kommt kein weiteres Teil.</translation>
    </message>
    <message>
        <source>There is no image in {folder}.</source>
        <translation>In {folder} ist kein Bild.</translation>
    </message>
    <message>
        <source>There is no image to freeze.</source>
        <translation>Es gibt kein Bild zum Einfrieren.</translation>
    </message>
    <message>
        <source>There is no image {number} in any dataset.</source>
        <translation>In keinem Datensatz gibt es ein Bild {number}.</translation>
    </message>
    <message>
        <source>There is no inspection {inspection_id}.</source>
        <translation>Eine Prüfung {inspection_id} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no label format {name}.</source>
        <translation>Es gibt kein Markierungsformat {name}.</translation>
    </message>
    <message>
        <source>There is no operator {name}.</source>
        <translation>Eine Person {name} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no rating.</source>
        <translation>Es gibt keine Bewertung.</translation>
    </message>
    <message>
        <source>There is no readable image of a good part.</source>
        <translation>Es gibt kein lesbares Bild eines guten Teils.</translation>
    </message>
    <message>
        <source>There is no recipe yet.</source>
        <translation>Es gibt noch kein Rezept.</translation>
    </message>
    <message>
        <source>There is no recipe {name}.</source>
        <translation>Ein Rezept {name} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no {suffix} file in {folder}.</source>
        <translation>In {folder} gibt es keine {suffix}-Datei.</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>There is nothing to read.</source>
        <translation>Es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>There is only one readable image of a good part.</source>
        <translation>Es gibt nur ein lesbares Bild eines guten Teils.</translation>
    </message>
    <message>
        <source>There is something at {path} already.</source>
        <translation>Unter {path} liegt schon etwas.</translation>
    </message>
    <message>
        <source>There were too many wrong PINs.</source>
        <translation>Es waren zu viele falsche PINs.</translation>
    </message>
    <message>
        <source>They are not used; what was saved is shown.</source>
        <translation>Sie werden nicht verwendet; gezeigt wird das Gespeicherte.</translation>
    </message>
    <message>
        <source>They cannot be used.</source>
        <translation>Sie sind nicht benutzbar.</translation>
    </message>
    <message>
        <source>They stay as they are.</source>
        <translation>Sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>They were thrown away. Check the parts around them by hand.</source>
        <translation>Sie wurden verworfen. Die Teile davor und danach von Hand prüfen.</translation>
    </message>
    <message>
        <source>They would lie in the wrong place.</source>
        <translation>Sie lägen an der falschen Stelle.</translation>
    </message>
    <message>
        <source>This decision holds no longer.</source>
        <translation>Diese Entscheidung gilt nicht mehr.</translation>
    </message>
    <message>
        <source>This defect class was merged into {name}.</source>
        <translation>Diese Fehlerklasse ist in {name} aufgegangen.</translation>
    </message>
    <message>
        <source>This kind of model cannot tolerate a place.</source>
        <translation>Diese Art Modell kann keine Stelle dulden.</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>Dieser Name ist nicht möglich.</translation>
    </message>
    <message>
        <source>This needs another role.</source>
        <translation>Das braucht eine andere Rolle.</translation>
    </message>
    <message>
        <source>This one was not begun.</source>
        <translation>Dieses wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>This part is decided already.</source>
        <translation>Dieses Teil ist schon entschieden.</translation>
    </message>
    <message>
        <source>This part is not captured; those before it are kept.</source>
        <translation>Dieses Teil ist nicht aufgenommen; die davor bleiben.</translation>
    </message>
    <message>
        <source>This place cannot be tolerated.</source>
        <translation>Diese Stelle kann nicht geduldet werden.</translation>
    </message>
    <message>
        <source>This place is not looked at.</source>
        <translation>Diese Stelle wird nicht betrachtet.</translation>
    </message>
    <message>
        <source>This version cannot read it safely and leaves it untouched.</source>
        <translation>Diese Version kann sie nicht sicher lesen und lässt sie unberührt.</translation>
    </message>
    <message>
        <source>Trigger more slowly, or teach a faster model.</source>
        <translation>Langsamer auslösen oder ein schnelleres Modell lehren.</translation>
    </message>
    <message>
        <source>Try again in {time}, or ask a line lead for a new PIN.</source>
        <translation>In {time} noch einmal versuchen oder einen Linienleiter um eine neue PIN bitten.</translation>
    </message>
    <message>
        <source>Try again. After {left} more wrong PIN the station makes you wait.</source>
        <translation>Noch einmal versuchen. Nach {left} weiteren falschen PIN verlangt die Station eine Wartezeit.</translation>
    </message>
    <message>
        <source>Try again. After {left} more wrong PINs the station makes you wait.</source>
        <translation>Noch einmal versuchen. Nach {left} weiteren falschen PINs verlangt die Station eine Wartezeit.</translation>
    </message>
    <message>
        <source>Try fewer images or a smaller size; the details say what went wrong.</source>
        <translation>Weniger Bilder oder eine kleinere Größe versuchen; die Einzelheiten sagen, was schiefging.</translation>
    </message>
    <message>
        <source>Two stations on one home would mix their records, so this one does not start.</source>
        <translation>Zwei Stationen in einem Datenordner würden ihre Einträge mischen, deshalb startet diese nicht.</translation>
    </message>
    <message>
        <source>Type the new PIN twice, the same each time.</source>
        <translation>Die neue PIN zweimal gleich eingeben.</translation>
    </message>
    <message>
        <source>USB camera {index}</source>
        <translation>USB-Kamera {index}</translation>
    </message>
    <message>
        <source>Undo that decision first.</source>
        <translation>Erst diese Entscheidung zurücknehmen.</translation>
    </message>
    <message>
        <source>Unpack ImageNette, or put a folder with some hundred photographs, into {folder}.</source>
        <translation>ImageNette oder einen Ordner mit einigen hundert Fotos in {folder} ablegen.</translation>
    </message>
    <message>
        <source>Use embedded, file:NAME, torchvision:NAME or timm:NAME.</source>
        <translation>Möglich sind embedded, file:NAME, torchvision:NAME und timm:NAME.</translation>
    </message>
    <message>
        <source>Use images of at most {most} pixels a side.</source>
        <translation>Bilder mit höchstens {most} Pixeln je Seite benutzen.</translation>
    </message>
    <message>
        <source>Use letters, digits, spaces, dashes or dots inside.</source>
        <translation>Erlaubt sind Buchstaben, Ziffern, Leerzeichen, Striche und Punkte im Inneren.</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>Jene Version benutzen.</translation>
    </message>
    <message>
        <source>Version {active} cannot be used any more: everything begins with its usual settings.</source>
        <translation>Version {active} ist nicht mehr verwendbar: Alles beginnt mit den üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>Version {active} cannot be used any more: what is not asked for anew stays as in version {standing}.</source>
        <translation>Version {active} ist nicht mehr verwendbar: Was nicht neu verlangt wird, bleibt wie in Version {standing}.</translation>
    </message>
    <message>
        <source>Version {version} of recipe {name} was made active meanwhile.</source>
        <translation>Version {version} des Rezepts {name} wurde inzwischen freigegeben.</translation>
    </message>
    <message>
        <source>Version {version} of recipe {name}, the one released last, is missing.</source>
        <translation>Version {version} des Rezepts {name}, die zuletzt freigegebene, fehlt.</translation>
    </message>
    <message>
        <source>View {view} has no stored frame.</source>
        <translation>Zur Ansicht {view} ist kein Bild gespeichert.</translation>
    </message>
    <message>
        <source>Virtual line</source>
        <translation>Virtuelle Linie</translation>
    </message>
    <message>
        <source>Wait longer between two triggers.</source>
        <translation>Zwischen zwei Triggern länger warten.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or cancel it; then try again.</source>
        <translation>Das Ende abwarten oder es abbrechen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Wait {wait}, or ask a line lead for a new PIN.</source>
        <translation>{wait} warten oder einen Linienleiter um eine neue PIN bitten.</translation>
    </message>
    <message>
        <source>Wand, {name}</source>
        <translation>Zauberstab, {name}</translation>
    </message>
    <message>
        <source>What is marked on it may not fit, so neither is shown.</source>
        <translation>Was darauf markiert ist, passt vielleicht nicht; beides wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>What the part really is, is not known.</source>
        <translation>Was das Teil wirklich ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>What was asked is not stored.</source>
        <translation>Das Gewünschte ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>What was asked may not be stored.</source>
        <translation>Das Gewünschte ist vielleicht nicht gespeichert.</translation>
    </message>
    <message>
        <source>What was marked on {path} is for an image of {width} x {height} pixels.</source>
        <translation>Was auf {path} markiert war, gilt für ein Bild von {width} x {height} Pixeln.</translation>
    </message>
    <message>
        <source>Where defects overlap only the later one is kept, on {count} images.</source>
        <translation>Wo Fehler sich überdecken, bleibt nur der spätere, auf {count} Bildern.</translation>
    </message>
    <message>
        <source>Which of the two counts is not known.</source>
        <translation>Welche der beiden zählt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Which version of recipe {name} is active is not known any more.</source>
        <translation>Welche Version des Rezepts {name} gilt, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>With one answer on each part there is nothing to compare.</source>
        <translation>Bei einer Antwort je Teil gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>With {count} images the thresholds are a first guess. Teach with {enough} or more.</source>
        <translation>Mit {count} Bildern sind die Schwellen eine erste Schätzung. Besser mit {enough} oder mehr lehren.</translation>
    </message>
    <message>
        <source>Without {name} fewer than {fewest} images would remain.</source>
        <translation>Ohne {name} blieben weniger als {fewest} Bilder.</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Zuerst einen Namen eingeben.</translation>
    </message>
    <message>
        <source>Write a name of up to 80 letters.</source>
        <translation>Einen Namen mit höchstens 80 Zeichen eingeben.</translation>
    </message>
    <message>
        <source>Write it as #RRGGBB.</source>
        <translation>Sie als #RRGGBB schreiben.</translation>
    </message>
    <message>
        <source>Write it as {&quot;1&quot;: &quot;crack&quot;, &quot;2&quot;: &quot;scratch&quot;}.</source>
        <translation>So schreiben: {&quot;1&quot;: &quot;crack&quot;, &quot;2&quot;: &quot;scratch&quot;}.</translation>
    </message>
    <message>
        <source>Write it as {grammar}.</source>
        <translation>Schreibweise: {grammar}.</translation>
    </message>
    <message>
        <source>Write lines like crack:128,0,0::</source>
        <translation>Zeilen schreiben wie crack:128,0,0::</translation>
    </message>
    <message>
        <source>Write the folder before the name in the labels.</source>
        <translation>In den Markierungen den Ordner vor den Namen schreiben.</translation>
    </message>
    <message>
        <source>Write the image&apos;s path in the labels as it is in the dataset, or leave its labels out.</source>
        <translation>In den Markierungen den Pfad des Bilds so schreiben, wie er im Datensatz ist, oder sie weglassen.</translation>
    </message>
    <message>
        <source>Write the product&apos;s name first.</source>
        <translation>Zuerst den Namen des Produkts eingeben.</translation>
    </message>
    <message>
        <source>Write the same reference in all lines of a part.</source>
        <translation>In alle Zeilen eines Teils dieselbe Referenz schreiben.</translation>
    </message>
    <message>
        <source>Write them under names, in the order of their numbers.</source>
        <translation>Sie unter names schreiben, in der Reihenfolge ihrer Nummern.</translation>
    </message>
    <message>
        <source>Write virtual, or virtual:seed=3 with any of {options}, joined by commas.</source>
        <translation>virtual schreiben oder virtual:seed=3 mit {options}, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>You can go on drawing; until there is room, new strokes are lost if Loupe or the computer stops.</source>
        <translation>Es kann weitergezeichnet werden; bis wieder Platz ist, gehen neue Striche verloren, falls Loupe oder der Rechner anhält.</translation>
    </message>
    <message>
        <source>You could not tell this part.</source>
        <translation>Dieses Teil war für Sie unklar.</translation>
    </message>
    <message>
        <source>Your annotation is not saved over it; it is still open here.</source>
        <translation>Die eigene Markierung wird nicht darüber gespeichert; sie ist hier noch offen.</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>cannot set OffsetX, OffsetY, Width and Height to {x}, {y}, {width}, {height}</source>
        <translation>kann OffsetX, OffsetY, Width und Height nicht auf {x}, {y}, {width}, {height} setzen</translation>
    </message>
    <message>
        <source>cannot set a region that ends at {x}, {y}</source>
        <translation>kann keinen Bereich setzen, der bei {x}, {y} endet</translation>
    </message>
    <message>
        <source>cannot set {feature}</source>
        <translation>kann {feature} nicht setzen</translation>
    </message>
    <message>
        <source>cannot set {feature} to {asked} {unit}</source>
        <translation>kann {feature} nicht auf {asked} {unit} setzen</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>disk quota</source>
        <translation>Platz für Bilder aufgebraucht</translation>
    </message>
    <message>
        <source>has no PixelFormat {wanted}</source>
        <translation>hat kein PixelFormat {wanted}</translation>
    </message>
    <message>
        <source>has no sensor region</source>
        <translation>hat keinen Sensorbereich</translation>
    </message>
    <message>
        <source>has no trigger mode {wanted}</source>
        <translation>hat keinen Triggermodus {wanted}</translation>
    </message>
    <message>
        <source>inspector</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist unbekannt</translation>
    </message>
    <message>
        <source>is wrong: {error}</source>
        <translation>ist falsch: {error}</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>line lead</source>
        <translation>Linienleiter</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>lower right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>older than the days to keep</source>
        <translation>älter als die Tage zum Behalten</translation>
    </message>
    <message>
        <source>quality engineer</source>
        <translation>Qualitätsingenieur</translation>
    </message>
    <message>
        <source>refuses a setting</source>
        <translation>lehnt eine Einstellung ab</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>takes no settings while it is grabbing</source>
        <translation>nimmt während der Aufnahme keine Einstellungen an</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>upper left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>{appraiser} rated part {part} twice in trial {trial}{where}.</source>
        <translation>{appraiser} hat Teil {part} in Durchgang {trial} zweimal bewertet{where}.</translation>
    </message>
    <message>
        <source>{aside} of {images} good images were kept aside to set T1 and T2.</source>
        <translation>{aside} von {images} guten Bildern blieben beiseite, um T1 und T2 zu setzen.</translation>
    </message>
    <message>
        <source>{blank} of {count} images are black, white or of one grey, so such frames count as good: {names}.</source>
        <translation>{blank} von {count} Bildern sind schwarz, weiß oder einheitlich grau; solche Bilder gelten damit als gut: {names}.</translation>
    </message>
    <message>
        <source>{camera} does not answer any more.</source>
        <translation>{camera} antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>{camera} does not answer.</source>
        <translation>{camera} antwortet nicht.</translation>
    </message>
    <message>
        <source>{camera} fails.</source>
        <translation>{camera} versagt.</translation>
    </message>
    <message>
        <source>{camera} gives a damaged frame.</source>
        <translation>{camera} gibt ein beschädigtes Bild.</translation>
    </message>
    <message>
        <source>{camera} gives no frame in time.</source>
        <translation>{camera} gibt nicht rechtzeitig ein Bild.</translation>
    </message>
    <message>
        <source>{camera} gives no frame within {timeout_s} s.</source>
        <translation>{camera}: kein Bild in {timeout_s} s.</translation>
    </message>
    <message>
        <source>{camera} is not connected.</source>
        <translation>{camera} ist nicht verbunden.</translation>
    </message>
    <message>
        <source>{camera} is not grabbing.</source>
        <translation>{camera} nimmt nicht auf.</translation>
    </message>
    <message>
        <source>{camera} is not there: the producer shows {count} cameras.</source>
        <translation>{camera} ist nicht da: der Producer zeigt {count} Kameras.</translation>
    </message>
    <message>
        <source>{camera} replays an image that is too large and would be cropped.</source>
        <translation>{camera} spielt ein Bild ab, das zu groß ist und beschnitten würde.</translation>
    </message>
    <message>
        <source>{camera} replays no images.</source>
        <translation>{camera} spielt keine Bilder ab.</translation>
    </message>
    <message>
        <source>{camera} sends no frame.</source>
        <translation>{camera} gibt kein Bild.</translation>
    </message>
    <message>
        <source>{camera} takes no software trigger.</source>
        <translation>{camera} nimmt keinen Software-Trigger an.</translation>
    </message>
    <message>
        <source>{camera} was replayed to its end.</source>
        <translation>{camera} ist bis zum Ende abgespielt.</translation>
    </message>
    <message>
        <source>{camera} was stopped while a frame was awaited.</source>
        <translation>{camera} wurde angehalten, während ein Bild erwartet wurde.</translation>
    </message>
    <message>
        <source>{colour} is no colour.</source>
        <translation>{colour} ist keine Farbe.</translation>
    </message>
    <message>
        <source>{count} cannot be read.</source>
        <translation>{count} sind nicht lesbar.</translation>
    </message>
    <message>
        <source>{count} classes, or defects on one image, are too many for this format.</source>
        <translation>{count} Klassen oder Fehler auf einem Bild sind zu viele für dieses Format.</translation>
    </message>
    <message>
        <source>{count} frame came without a trigger.</source>
        <translation>{count} Bild kam ohne Trigger.</translation>
    </message>
    <message>
        <source>{count} frames came without a trigger.</source>
        <translation>{count} Bilder kamen ohne Trigger.</translation>
    </message>
    <message>
        <source>{count} good images were left out by choice: all rates speak of parts like the others.</source>
        <translation>{count} gute Bilder wurden bewusst weggelassen: Alle Raten gelten für Teile wie die übrigen.</translation>
    </message>
    <message>
        <source>{count} images are called {name}.</source>
        <translation>{count} Bilder heißen {name}.</translation>
    </message>
    <message>
        <source>{count} images are gone or cannot be read.</source>
        <translation>{count} Bilder fehlen oder sind nicht lesbar.</translation>
    </message>
    <message>
        <source>{count} images cannot be read and are left out.</source>
        <translation>{count} Bilder sind nicht lesbar und bleiben weg.</translation>
    </message>
    <message>
        <source>{count} images could not be looked at.</source>
        <translation>{count} Bilder konnten nicht angesehen werden.</translation>
    </message>
    <message>
        <source>{count} lines of {file} are not complete: {lines}.</source>
        <translation>{count} Zeilen von {file} sind nicht vollständig: {lines}.</translation>
    </message>
    <message>
        <source>{count} marks stood there twice.</source>
        <translation>{count} Markierungen standen doppelt da.</translation>
    </message>
    <message>
        <source>{count} more cannot be read either.</source>
        <translation>{count} weitere sind ebenfalls nicht lesbar.</translation>
    </message>
    <message>
        <source>{count} of the 16-bit images seem to hold 12 bits or fewer, and no note in the files says so: they are read as nearly black.</source>
        <translation>{count} der 16-Bit-Bilder enthalten wohl höchstens 12 Bit, und keine Angabe in den Dateien sagt es: Sie werden fast schwarz gelesen.</translation>
    </message>
    <message>
        <source>{count} of the images are gone.</source>
        <translation>{count} der Bilder sind verschwunden.</translation>
    </message>
    <message>
        <source>{count} of the images are not labelled to the end.</source>
        <translation>{count} der Bilder sind nicht fertig markiert.</translation>
    </message>
    <message>
        <source>{count} of the parts to add are judged NG by the running version: {names}.</source>
        <translation>{count} der Teile, die hinzukommen sollen, beurteilt die laufende Version als NG: {names}.</translation>
    </message>
    <message>
        <source>{count} others repeat it.</source>
        <translation>{count} andere wiederholen es.</translation>
    </message>
    <message>
        <source>{model} was stopped: the memory of this computer ran short.</source>
        <translation>{model} wurde angehalten: Der Arbeitsspeicher dieses Rechners wurde knapp.</translation>
    </message>
    <message>
        <source>{names}. What was labelled on them is kept.</source>
        <translation>{names}. Was darauf markiert wurde, bleibt.</translation>
    </message>
    <message>
        <source>{name} ends as {image} does, but its folders are others.</source>
        <translation>{name} endet wie {image}, liegt aber in anderen Ordnern.</translation>
    </message>
    <message>
        <source>{name} is no longer tolerated</source>
        <translation>{name} wird nicht mehr geduldet</translation>
    </message>
    <message>
        <source>{name} is none of the {count} images.</source>
        <translation>{name} ist keines der {count} Bilder.</translation>
    </message>
    <message>
        <source>{rate} is no share of good parts that can be asked for.</source>
        <translation>{rate} ist kein Anteil guter Teile, der verlangt werden kann.</translation>
    </message>
    <message>
        <source>{same} of {count} images repeat another one: each picture counts once.</source>
        <translation>{same} von {count} Bildern wiederholen ein anderes: jedes Bild zählt einmal.</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>A defect class is not in the catalog of {product}.</source>
        <translation>Eine Fehlerklasse steht nicht im Katalog von {product}.</translation>
    </message>
    <message>
        <source>Another Loupe works with these settings.</source>
        <translation>Ein anderes Loupe arbeitet mit diesen Einstellungen.</translation>
    </message>
    <message>
        <source>At most {rate} of good parts judged NG is kept on average; with 95 % confidence after {sure} more.</source>
        <translation>Höchstens {rate} der guten Teile mit NG gilt im Mittel; mit 95 % Sicherheit nach {sure} weiteren.</translation>
    </message>
    <message>
        <source>At most {rate} of good parts judged NG is kept with 95 % confidence.</source>
        <translation>Höchstens {rate} der guten Teile mit NG gilt mit 95 % Sicherheit.</translation>
    </message>
    <message>
        <source>At most {rate} of good parts judged NG is not yet guaranteed: {more} more good parts are needed, {sure} more for 95 % confidence.</source>
        <translation>Höchstens {rate} der guten Teile mit NG ist noch nicht zugesagt: dazu fehlen {more} weitere gute Teile, für 95 % Sicherheit {sure}.</translation>
    </message>
    <message>
        <source>At most {rate} of good parts sent to REVIEW is kept on average.</source>
        <translation>Höchstens {rate} der guten Teile mit ANSEHEN gilt im Mittel.</translation>
    </message>
    <message>
        <source>At most {rate} of good parts sent to REVIEW is not yet guaranteed: {more} more good parts are needed.</source>
        <translation>Höchstens {rate} der guten Teile mit ANSEHEN ist noch nicht zugesagt: dazu fehlen {more} weitere gute Teile.</translation>
    </message>
    <message>
        <source>Begin again: it goes on from what is active now.</source>
        <translation>Neu beginnen: Es geht dann von der jetzt gültigen Version aus.</translation>
    </message>
    <message>
        <source>Frames of {long_side} pixels are looked at in {seen}: a scratch narrower than about {least} pixels is missed. Tiles find more, but take many times longer: --detail 0.5, or Small defects on Teach.</source>
        <translation>Bilder mit {long_side} Pixeln werden in {seen} angesehen: Ein Kratzer, der schmaler als etwa {least} Pixel ist, entgeht. Kacheln finden mehr, brauchen aber ein Mehrfaches der Zeit: --detail 0.5, oder Kleine Fehler unter Lehren.</translation>
    </message>
    <message>
        <source>Mend the file, or choose another version on Teach, under Versions.</source>
        <translation>Die Datei berichtigen oder unter Lehren bei Versionen eine andere Version wählen.</translation>
    </message>
    <message>
        <source>T1 lies far above every good part, at {times} times the highest score: with so few that differ so much it is a guess, and defects below it are judged OK. Teach with {enough} or more.</source>
        <translation>T1 liegt weit über allen guten Teilen, beim {times}-Fachen des höchsten Werts: bei so wenigen, so verschiedenen Teilen ist das geraten, und Fehler darunter gelten als OK. Mit {enough} oder mehr einlernen.</translation>
    </message>
    <message>
        <source>The model setting {key} is {value}: it can be {ge} at least.</source>
        <translation>Die Modelleinstellung {key} ist {value}: mindestens {ge} ist nötig.</translation>
    </message>
    <message>
        <source>The model setting {key} is {value}: it can be {le} at most.</source>
        <translation>Die Modelleinstellung {key} ist {value}: höchstens {le} ist möglich.</translation>
    </message>
    <message>
        <source>The model setting {key} is {value}: it must be more than {gt}.</source>
        <translation>Die Modelleinstellung {key} ist {value}: Sie muss größer als {gt} sein.</translation>
    </message>
    <message>
        <source>The releases of {name} are damaged.</source>
        <translation>Die Freigaben von {name} sind beschädigt.</translation>
    </message>
    <message>
        <source>Update Loupe on this station, or choose an older version on Teach, under Versions.</source>
        <translation>Loupe auf dieser Station aktualisieren oder unter Lehren bei Versionen eine ältere Version wählen.</translation>
    </message>
    <message>
        <source>What it writes can be shown here only after it has been brought up to date.</source>
        <translation>Was es schreibt, lässt sich hier erst zeigen, wenn es auf den neuen Stand gebracht ist.</translation>
    </message>
    <message>
        <source>What was marked on them is still there and may not fit.</source>
        <translation>Was darauf markiert wurde, ist noch da und passt vielleicht nicht mehr.</translation>
    </message>
    <message>
        <source>Which version was released is not known. The recipe is not used.</source>
        <translation>Welche Version freigegeben war, ist nicht bekannt. Das Rezept wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Which version was released last is not known any more: everything begins with its usual settings.</source>
        <translation>Welche Version zuletzt freigegeben war, ist nicht mehr bekannt: Alles beginnt mit den üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>Which version was released last is not known any more: what is not asked for anew stays as in version {standing}.</source>
        <translation>Welche Version zuletzt freigegeben war, ist nicht mehr bekannt: Was nicht neu verlangt wird, bleibt wie in Version {standing}.</translation>
    </message>
    <message>
        <source>{count} images are others than before.</source>
        <translation>{count} Bilder sind andere als zuvor.</translation>
    </message>
    <message>
        <source>{count} of the added parts would have been judged NG: {names}. Take out those that are not good.</source>
        <translation>{count} der neuen Teile wären NG gewesen: {names}. Jene, die nicht gut sind, wieder herausnehmen.</translation>
    </message>
    <message>
        <source>{count} of {total} parts have no reference: {parts}.</source>
        <translation>{count} von {total} Teilen haben keine Referenz: {parts}.</translation>
    </message>
    <message>
        <source>{count} of {total} ratings are missing; the first is that of part {part} by {appraiser} in trial {trial}.</source>
        <translation>{count} von {total} Bewertungen fehlen; die erste ist die von Teil {part} durch {appraiser} in Durchgang {trial}.</translation>
    </message>
    <message>
        <source>{count} parts in a row are NG.</source>
        <translation>{count} Teile in Folge sind NG.</translation>
    </message>
    <message>
        <source>{count} parts in a row were not inspected.</source>
        <translation>{count} Teile in Folge wurden nicht geprüft.</translation>
    </message>
    <message>
        <source>{count} region above {line}, {place}</source>
        <translation>{count} Bereich über {line}, {place}</translation>
    </message>
    <message>
        <source>{count} regions above {line}, {place}</source>
        <translation>{count} Bereiche über {line}, {place}</translation>
    </message>
    <message>
        <source>{file} cannot be used for click to mask. {why}</source>
        <translation>{file} ist für Klick zu Maske nicht zu gebrauchen. {why}</translation>
    </message>
    <message>
        <source>{file} has no column {names}, or has it twice.</source>
        <translation>{file} hat keine Spalte {names}, oder hat sie zweimal.</translation>
    </message>
    <message>
        <source>{file} has no ratings.</source>
        <translation>{file} enthält keine Bewertungen.</translation>
    </message>
    <message>
        <source>{file} has the unknown layout {layout}.</source>
        <translation>{file} hat den unbekannten Aufbau {layout}.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{file} is broken at line 1: it holds no recipe.</source>
        <translation>{file} ist ab Zeile 1 fehlerhaft: sie enthält kein Rezept.</translation>
    </message>
    <message>
        <source>{file} is broken at line {line}: {error}.</source>
        <translation>{file} ist ab Zeile {line} fehlerhaft: {error}.</translation>
    </message>
    <message>
        <source>{file} is no whole Loupe backup.</source>
        <translation>{file} ist keine ganze Sicherung von Loupe.</translation>
    </message>
    <message>
        <source>{file} is not a CSV table: line {line} cannot be read.</source>
        <translation>{file} ist keine CSV-Tabelle: Zeile {line} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8 or UTF-16.</source>
        <translation>{file} ist kein Text in UTF-8 oder UTF-16.</translation>
    </message>
    <message>
        <source>{file} was made by another version of Loupe.</source>
        <translation>{file} stammt von einer anderen Version von Loupe.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Loupe (layout {layout}, this one knows {known}).</source>
        <translation>{file} stammt von einem neueren Loupe (Aufbau {layout}, dieses kennt {known}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} {problem}.</source>
        <translation>{file}, Zeile {line}: {place} {problem}.</translation>
    </message>
    <message>
        <source>{folder} has neither test nor ground_truth.</source>
        <translation>{folder} enthält weder test noch ground_truth.</translation>
    </message>
    <message>
        <source>{folder} has no folder named test.</source>
        <translation>{folder} hat keinen Ordner namens test.</translation>
    </message>
    <message>
        <source>{folder} is not a folder.</source>
        <translation>{folder} ist kein Ordner.</translation>
    </message>
    <message>
        <source>{home} already holds a station&apos;s data.</source>
        <translation>{home} enthält schon die Daten einer Station.</translation>
    </message>
    <message>
        <source>{k} of {n}, at most {bound} %</source>
        <translation>{k} von {n}, höchstens {bound} %</translation>
    </message>
    <message>
        <source>{model} also learns from photographs of other things, and there are none.</source>
        <translation>{model} lernt auch aus Fotos anderer Dinge, und es gibt keine.</translation>
    </message>
    <message>
        <source>{model} cannot be made with the backbone {name}.</source>
        <translation>{model} lässt sich mit dem Backbone {name} nicht bauen.</translation>
    </message>
    <message>
        <source>{model} cannot be trained.</source>
        <translation>{model} lässt sich nicht trainieren.</translation>
    </message>
    <message>
        <source>{model} cannot look at this image.</source>
        <translation>{model} kann dieses Bild nicht beurteilen.</translation>
    </message>
    <message>
        <source>{name} cannot be downloaded.</source>
        <translation>{name} lässt sich nicht herunterladen.</translation>
    </message>
    <message>
        <source>{name} fits {count} images, {first} among them.</source>
        <translation>{name} passt zu {count} Bildern, darunter {first}.</translation>
    </message>
    <message>
        <source>{name} is frozen already.</source>
        <translation>{name} ist schon eingefroren.</translation>
    </message>
    <message>
        <source>{name} is learned already.</source>
        <translation>{name} ist schon gelernt.</translation>
    </message>
    <message>
        <source>{name} is no list.</source>
        <translation>{name} ist keine Liste.</translation>
    </message>
    <message>
        <source>{name} is no longer active here.</source>
        <translation>{name} ist hier nicht mehr aktiv.</translation>
    </message>
    <message>
        <source>{name} is not tolerated.</source>
        <translation>{name} wird nicht geduldet.</translation>
    </message>
    <message>
        <source>{name} is the only line lead of this station.</source>
        <translation>{name} ist der einzige Linienleiter dieser Station.</translation>
    </message>
    <message>
        <source>{name} is tolerated</source>
        <translation>{name} wird geduldet</translation>
    </message>
    <message>
        <source>{name} is tolerated already.</source>
        <translation>{name} wird schon geduldet.</translation>
    </message>
    <message>
        <source>{name} is {width} x {height}, the recipe was taught with {taught_width} x {taught_height}.</source>
        <translation>{name} ist {width} x {height}, das Rezept wurde mit {taught_width} x {taught_height} gelehrt.</translation>
    </message>
    <message>
        <source>{name} was changed after it was frozen.</source>
        <translation>{name} wurde nach dem Einfrieren geändert.</translation>
    </message>
    <message>
        <source>{path} cannot be decoded.</source>
        <translation>{path} lässt sich nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>{path} cannot be opened safely.</source>
        <translation>{path} lässt sich nicht sicher öffnen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({error}); the station starts with default settings.</source>
        <translation>{path} ist nicht lesbar ({error}); die Station startet mit Vorgabewerten.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>{path} cannot be written: it is read-only or belongs to another user.</source>
        <translation>{path} lässt sich nicht schreiben: schreibgeschützt oder von einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>{path} comes from a newer Loupe; what this one does not know is left out.</source>
        <translation>{path} stammt von einem neueren Loupe; was dieses nicht kennt, bleibt weg.</translation>
    </message>
    <message>
        <source>{path} does not exist or cannot be opened.</source>
        <translation>{path} gibt es nicht oder lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} does not say which network its weights belong to.</source>
        <translation>{path} sagt nicht, zu welchem Netz die Gewichte gehören.</translation>
    </message>
    <message>
        <source>{path} does not tell numbers and names.</source>
        <translation>{path} nennt keine Nummern und Namen.</translation>
    </message>
    <message>
        <source>{path} has no columns path and tag.</source>
        <translation>{path} hat keine Spalten path und tag.</translation>
    </message>
    <message>
        <source>{path} has no mask in ground_truth.</source>
        <translation>{path} hat keine Maske in ground_truth.</translation>
    </message>
    <message>
        <source>{path} holds no readable image.</source>
        <translation>{path} enthält kein lesbares Bild.</translation>
    </message>
    <message>
        <source>{path} holds no settings; the station starts with default settings.</source>
        <translation>{path} enthält keine Einstellungen; die Station startet mit Vorgabewerten.</translation>
    </message>
    <message>
        <source>{path} holds {dtype} pixels.</source>
        <translation>{path} enthält Pixel der Art {dtype}.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>{path} ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>{path} is a folder, not an image.</source>
        <translation>{path} ist ein Ordner, kein Bild.</translation>
    </message>
    <message>
        <source>{path} is a picture in colours that stand for no class.</source>
        <translation>{path} ist ein Bild in Farben, die für keine Klasse stehen.</translation>
    </message>
    <message>
        <source>{path} is another image than before.</source>
        <translation>{path} ist ein anderes Bild als zuvor.</translation>
    </message>
    <message>
        <source>{path} is another image than was frozen in {name}.</source>
        <translation>{path} ist ein anderes Bild, als in {name} eingefroren wurde.</translation>
    </message>
    <message>
        <source>{path} is being written.</source>
        <translation>{path} wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>{path} is damaged or is no Loupe database.</source>
        <translation>{path} ist beschädigt oder keine Datenbank von Loupe.</translation>
    </message>
    <message>
        <source>{path} is damaged, or of a kind whose damage cannot be seen.</source>
        <translation>{path} ist beschädigt, oder bei dieser Dateiart ist ein Schaden nicht erkennbar.</translation>
    </message>
    <message>
        <source>{path} is damaged: {count} lines of it cannot be read.</source>
        <translation>{path} ist beschädigt: {count} Zeilen darin lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} ist leer.</translation>
    </message>
    <message>
        <source>{path} is in these labels twice.</source>
        <translation>{path} kommt in diesen Markierungen zweimal vor.</translation>
    </message>
    <message>
        <source>{path} is larger than 1 GB.</source>
        <translation>{path} ist größer als 1 GB.</translation>
    </message>
    <message>
        <source>{path} is locked by another program.</source>
        <translation>{path} ist von einem anderen Programm gesperrt.</translation>
    </message>
    <message>
        <source>{path} is missing.</source>
        <translation>{path} fehlt.</translation>
    </message>
    <message>
        <source>{path} is no COCO file.</source>
        <translation>{path} ist keine COCO-Datei.</translation>
    </message>
    <message>
        <source>{path} is no LabelMe file.</source>
        <translation>{path} ist keine LabelMe-Datei.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file.</source>
        <translation>{path} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{path} is no readable PNG mask.</source>
        <translation>{path} ist keine lesbare PNG-Maske.</translation>
    </message>
    <message>
        <source>{path} is no readable table.</source>
        <translation>{path} ist keine lesbare Tabelle.</translation>
    </message>
    <message>
        <source>{path} is no text file.</source>
        <translation>{path} ist keine Textdatei.</translation>
    </message>
    <message>
        <source>{path} is no text in UTF-8.</source>
        <translation>{path} ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{path} is no whole JSON file.</source>
        <translation>{path} ist keine vollständige JSON-Datei.</translation>
    </message>
    <message>
        <source>{path} is no whole XML file.</source>
        <translation>{path} ist keine vollständige XML-Datei.</translation>
    </message>
    <message>
        <source>{path} is no {kind} model of Loupe.</source>
        <translation>{path} ist kein {kind}-Modell von Loupe.</translation>
    </message>
    <message>
        <source>{path} is not a folder.</source>
        <translation>{path} ist kein Ordner.</translation>
    </message>
    <message>
        <source>{path} is on a network file system ({kind}).</source>
        <translation>{path} liegt auf einem Netzlaufwerk ({kind}).</translation>
    </message>
    <message>
        <source>{path} is open for reading only.</source>
        <translation>{path} ist nur zum Lesen offen.</translation>
    </message>
    <message>
        <source>{path} is too large: it has more than {most} million pixels.</source>
        <translation>{path} ist zu groß: mehr als {most} Millionen Pixel.</translation>
    </message>
    <message>
        <source>{path} is too large: {gb} GB.</source>
        <translation>{path} ist zu groß: {gb} GB.</translation>
    </message>
    <message>
        <source>{path} is {width} x {height} pixels now, it was {old_width} x {old_height}.</source>
        <translation>{path} hat jetzt {width} x {height} Pixel, es waren {old_width} x {old_height}.</translation>
    </message>
    <message>
        <source>{path} is {width} x {height} pixels, the annotation {other_width} x {other_height}.</source>
        <translation>{path} hat {width} x {height} Pixel, die Markierung {other_width} x {other_height}.</translation>
    </message>
    <message>
        <source>{path} of {name} is gone or cannot be read.</source>
        <translation>{path} aus {name} ist verschwunden oder nicht lesbar.</translation>
    </message>
    <message>
        <source>{path} tells no names of classes.</source>
        <translation>{path} nennt keine Klassennamen.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Loupe.</source>
        <translation>{path} stammt von einem neueren Loupe.</translation>
    </message>
    <message>
        <source>{path} was written by an older Loupe.</source>
        <translation>{path} stammt von einem älteren Loupe.</translation>
    </message>
    <message>
        <source>{path}, line {line}, is not valid JSON; the station starts with default settings.</source>
        <translation>{path}, Zeile {line}, ist kein gültiges JSON; die Station startet mit Vorgabewerten.</translation>
    </message>
    <message>
        <source>{product} has a defect class {name} already.</source>
        <translation>{product} hat schon eine Fehlerklasse {name}.</translation>
    </message>
    <message>
        <source>{roles} or {role}</source>
        <translation>{roles} oder {role}</translation>
    </message>
    <message>
        <source>{value} is no answer on the part that is asked about.</source>
        <translation>{value} ist keine Antwort auf das Teil, nach dem gefragt wird.</translation>
    </message>
    <message>
        <source>{what} Hold the parts that pass and check them by hand.</source>
        <translation>{what} Vorbeikommende Teile anhalten und von Hand prüfen.</translation>
    </message>
    <message>
        <source>{who} can do it: sign in first.</source>
        <translation>{who} darf das: zuerst anmelden.</translation>
    </message>
    <message>
        <source>{who} has saved {path} meanwhile.</source>
        <translation>{who} hat {path} inzwischen gespeichert.</translation>
    </message>
    <message>
        <source>{why} {name} keeps its decision.</source>
        <translation>{why} {name} behält seine Entscheidung.</translation>
    </message>
    <message>
        <source>{width} x {height} came, recipe {recipe} expects {wanted_width} x {wanted_height}.</source>
        <translation>Es kam {width} x {height}, Rezept {recipe} erwartet {wanted_width} x {wanted_height}.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>ANSEHEN</translation>
    </message>
    <message>
        <source>NOT INSPECTED</source>
        <translation>NICHT GEPRÜFT</translation>
    </message>
    <message>
        <source>NOT INSP.</source>
        <translation>N. GEPR.</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>No part yet</source>
        <translation>Noch kein Teil</translation>
    </message>
</context>
</TS>
