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
        <source>GenTL producer of the camera&apos;s vendor</source>
        <translation>GenTL-Producer des Kameraherstellers</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Im Einsatz</translation>
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
        <source>Map on or off</source>
        <translation>Karte ein oder aus</translation>
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
        <translation>Unter T1 ist ein Teil OK, über T2 ist es NG, dazwischen sieht ein Mensch nach: REVIEW. Die Linien lassen sich unter Lehren jederzeit verschieben.</translation>
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
        <source>Last frame, {time}
part {number}</source>
        <translation>Letztes Bild, {time}
Teil {number}</translation>
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
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
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
        <translation>Bilder von NG- und REVIEW-Teilen werden nie entfernt, und jeder Eintrag bleibt.</translation>
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
        <source>Makes version {version}.</source>
        <translation>Ergibt Version {version}.</translation>
    </message>
    <message>
        <source>Go on with {count}</source>
        <translation>Mit {count} weitermachen</translation>
    </message>
    <message>
        <source>Teach {count} parts</source>
        <translation>{count} Teile lehren</translation>
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
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
        <translation>PRÜFEN</translation>
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
