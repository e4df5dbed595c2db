/** A name of history as it is usually written, and other ways that are no mistake: other transliterations, other languages. */
export interface Name {
  readonly name: string;
  readonly variants: readonly string[];
}

// Written for this project: people, places, organisations and papers that the libraries of labour, of revolutions and of the two wars are full of.
// One a line, the usual form first, accepted variants after it.
const PEOPLE = `
Karl Marx
Friedrich Engels | Frederick Engels
Jenny von Westphalen
Wilhelm Liebknecht
Karl Liebknecht
Rosa Luxemburg | Luxembourg
Clara Zetkin
Franz Mehring
August Bebel
Eduard Bernstein
Karl Kautsky
Ferdinand Lassalle
Moses Hess
Ludwig Feuerbach
Georg Wilhelm Friedrich Hegel
Immanuel Kant
Johann Gottlieb Fichte
Arthur Schopenhauer
Friedrich Nietzsche | Nietzche
Max Stirner
Bruno Bauer
Arnold Ruge
Wilhelm Weitling
Gottfried Wilhelm Leibniz | Leibnitz
Baruch Spinoza
Johann Wolfgang Goethe | Göthe
Friedrich Schiller
Heinrich Heine
Georg Herwegh
Ferdinand Freiligrath
Philipp Scheidemann
Friedrich Ebert
Gustav Noske
Hugo Haase
Rudolf Hilferding
Otto Bauer
Friedrich Adler
Victor Adler | Viktor Adler
Karl Renner
Max Adler
Paul Levi
Ernst Thälmann | Thaelmann
Heinrich Brandler
August Thalheimer
Ruth Fischer
Arkadi Maslow
Karl Korsch
Georg Lukács | Lukacs
Antonio Gramsci
Amadeo Bordiga
Palmiro Togliatti
Benito Mussolini
Giacomo Matteotti
Antonio Labriola
Filippo Turati
Giuseppe Mazzini
Giuseppe Garibaldi
Camillo Cavour
Errico Malatesta
Adolf Hitler
Hermann Göring | Goering
Joseph Goebbels | Göbbels
Heinrich Himmler
Paul von Hindenburg
Erich Ludendorff
Heinrich Brüning | Bruening
Kurt von Schleicher
Franz von Papen
Otto von Bismarck
Klemens von Metternich
Gustav Stresemann
Walther Rathenau
Vladimir Ilyich Lenin | Ilich | Ulyanov | Oulianov | Lénine
Leon Trotsky | Trotski | Trotzky | Lev Davidovich Bronstein
Joseph Stalin | Josef Stalin | Staline | Djugashvili | Dzhugashvili | Djougachvili
Grigory Zinoviev | Zinovieff | Zinovyev
Lev Kamenev | Kameneff
Nikolai Bukharin | Boukharine | Bucharin
Alexei Rykov | Rykoff | Rykow
Mikhail Tomsky | Tomski
Karl Radek
Christian Rakovsky | Rakovski | Rakowski
Georgy Piatakov | Pyatakov | Piatakoff
Grigory Sokolnikov | Sokolnikoff
Leonid Krasin | Krassin | Krassine
Anatoly Lunacharsky | Lounatcharsky | Lunatcharski
Nadezhda Krupskaya | Kroupskaïa | Krupskaia
Alexandra Kollontai | Kollontaï | Kollontay
Yakov Sverdlov | Sverdloff
Felix Dzerzhinsky | Djerjinsky | Dzerjinski
Grigory Ordjonikidze | Ordzhonikidze
Vyacheslav Molotov | Molotoff
Kliment Voroshilov | Vorochilov | Voroshiloff
Semyon Budyonny | Budenny | Boudienny
Mikhail Tukhachevsky | Toukhatchevsky | Tukhachevski
Lazar Kaganovich | Kaganovitch
Sergei Kirov | Kiroff
Mikhail Kalinin | Kalinine
Andrei Vyshinsky | Vychinsky | Vishinsky
Nikolai Yezhov | Ejov
Genrikh Yagoda | Iagoda
Lavrenti Beria | Beriya
Maxim Litvinov | Litvinoff
Georgy Chicherin | Tchitcherin | Chitcherin
Anastas Mikoyan | Mikoïan
Dmitri Manuilsky | Manouilsky | Manuilski
Otto Kuusinen
Georgi Dimitrov | Dimitroff
Béla Kun | Bela Kun
Mátyás Rákosi | Rakosi
Adolf Joffe | Ioffe
Yevgeni Preobrazhensky | Preobrajensky | Preobrazhenski
Ivan Smirnov | Smirnoff
Vladimir Antonov-Ovseenko | Ovseyenko | Antonov-Ovseïenko
Nikolai Krestinsky | Krestinski
Leonid Serebryakov | Serebriakov
Timofei Sapronov
Alexander Shliapnikov | Shlyapnikov | Chliapnikov
David Riazanov | Ryazanov | Riazanoff
Victor Serge | Viktor Serge
Boris Souvarine | Suvarin
Lev Sedov | Sedoff
Natalia Sedova
Georgi Plekhanov | Plekhanoff | Plechanow
Pavel Axelrod
Vera Zasulich | Zassoulitch
Julius Martov | Martoff
Fyodor Dan
Irakli Tsereteli | Tseretelli | Tsérételli
Nikolai Chkheidze | Tchkheidze | Tcheidze
Viktor Chernov | Tchernov | Tchernoff
Maria Spiridonova | Spiridonowa
Boris Savinkov | Savinkoff
Alexander Kerensky | Kerenski
Lavr Kornilov | Korniloff
Alexander Kolchak | Koltchak
Anton Denikin | Dénikine | Denikine
Nikolai Yudenich | Youdenitch | Yudenitch
Pyotr Wrangel | Vrangel
Pavel Milyukov | Milioukov | Miliukov | Milukov
Alexander Guchkov | Goutchkov
Grigori Rasputin | Raspoutine
Pyotr Stolypin | Stolypine
Sergei Witte
Mikhail Bakunin | Bakounine | Bakunine
Peter Kropotkin | Kropotkine | Pierre Kropotkine
Nestor Makhno
Alexander Herzen | Hertzen
Vissarion Belinsky | Bielinsky
Nikolai Chernyshevsky | Tchernychevsky | Chernishevsky
Nikolai Dobrolyubov | Dobrolioubov
Dmitri Pisarev | Pissarev
Pyotr Lavrov | Lavroff
Sergei Nechaev | Netchaïev | Nechayev
Andrei Zhelyabov | Jeliabov
Sofia Perovskaya | Perovskaïa
Maxim Gorky | Gorki
Leo Tolstoy | Tolstoï
Fyodor Dostoevsky | Dostoïevski | Dostoyevsky
Ivan Turgenev | Tourgueniev | Turgenieff
Anton Chekhov | Tchekhov
Alexander Pushkin | Pouchkine
Nikolai Gogol
Vladimir Mayakovsky | Maïakovski
Sergei Eisenstein
Sergei Yesenin | Essénine
Nikita Khrushchev | Khrouchtchev
Georgi Malenkov
Leonid Brezhnev | Brejnev
Josip Broz Tito
Andrés Nin | Andreu Nin
Joaquín Maurín | Maurin
Francisco Largo Caballero
Indalecio Prieto
Manuel Azaña | Azana
Juan Negrín | Negrin
Dolores Ibárruri | Ibarruri
José Díaz
Buenaventura Durruti
Federica Montseny
Juan García Oliver
Lluís Companys | Luis Companys
Francisco Franco
Emilio Mola
Gil Robles
Alejandro Lerroux
Calvo Sotelo
Gonzalo Queipo de Llano
Primo de Rivera
Federico García Lorca
Miguel de Unamuno
Francisco Ferrer
Léon Blum | Leon Blum
Édouard Daladier | Edouard Daladier
Pierre Laval
Édouard Herriot | Edouard Herriot
Camille Chautemps
Paul Reynaud
Paul Faure
Marceau Pivert
Jean Longuet
Marcel Cachin
Maurice Thorez
Jacques Duclos
Jacques Doriot
André Marty
Gaston Monmousseau
Pierre Monatte
Alfred Rosmer
Fernand Loriot
Albert Treint
Pierre Naville
Pierre Frank
Raymond Molinier
Jean Jaurès | Jaures
Jules Guesde
Paul Lafargue
Gustave Hervé
Édouard Vaillant
Alexandre Millerand
Aristide Briand
René Viviani
Georges Clemenceau | Clémenceau
Raymond Poincaré | Poincare
Joseph Caillaux
Ferdinand Foch
Joseph Joffre
Philippe Pétain | Petain
Charles de Gaulle
Maxime Weygand
Maurice Gamelin
François de La Rocque | La Roque
Charles Maurras
Léon Daudet
Maurice Barrès
Édouard Drumont
Alfred Dreyfus
Émile Zola
Anatole France
Romain Rolland
Henri Barbusse
André Gide
André Malraux
Louis Aragon
André Breton
Paul Éluard | Eluard
Georges Sorel
Fernand Pelloutier
Émile Pouget
Victor Griffuelhes
Léon Jouhaux
Louise Michel
Auguste Blanqui
Pierre-Joseph Proudhon
Louis Blanc
Alexandre Ledru-Rollin
Étienne Cabet
Charles Fourier
Henri de Saint-Simon
Victor Considerant | Considérant
Flora Tristan
Armand Barbès
François-Vincent Raspail
Alphonse de Lamartine
Victor Hugo
Louis-Eugène Cavaignac
Louis Bonaparte
Napoleon Bonaparte | Napoléon | Buonaparte
Adolphe Thiers
François Guizot
Casimir Périer
Jules Favre
Jules Ferry
Léon Gambetta
Patrice de Mac-Mahon | MacMahon
Charles Delescluze
Eugène Varlin
Théophile Ferré
Raoul Rigault
Gustave Flourens
Jules Vallès
Eugène Pottier
Jaroslaw Dombrowski
Leo Frankel | Léo Fränkel
Prosper-Olivier Lissagaray
Henri Rochefort
Benoît Malon
Nathalie Lemel
Maximilien Robespierre
Jean-Paul Marat
Georges Danton
Louis-Antoine de Saint-Just
Georges Couthon
Jacques-René Hébert
Jacques Roux
Gracchus Babeuf | Babœuf
Filippo Buonarroti | Buonarotti
Camille Desmoulins
Jacques Pierre Brissot
Pierre Vergniaud
Jérôme Pétion
Jean-Marie Roland
Honoré de Mirabeau
Emmanuel-Joseph Sieyès
Gilbert de La Fayette | Lafayette
Lazare Carnot
Collot d'Herbois
Billaud-Varenne
Fouquier-Tinville
Joseph Fouché
Paul Barras
Charles Maurice de Talleyrand
Charles François Dumouriez
Jacques Necker
Anne Robert Jacques Turgot
Charles Alexandre de Calonne
François Quesnay
Jean-Jacques Rousseau
François-Marie Voltaire
Denis Diderot
Jean d'Alembert
Charles de Montesquieu
Claude Helvétius | Helvetius
Paul d'Holbach
Étienne de Condillac
Nicolas de Condorcet
Gabriel Bonnot de Mably
François-René de Chateaubriand
Alexis de Tocqueville
Jules Michelet
Edgar Quinet
Ernest Renan
Hippolyte Taine
Auguste Comte
Benjamin Constant
Germaine de Staël
Honoré de Balzac
Gustave Flaubert
Charles Baudelaire
Arthur Rimbaud
Adam Smith
David Ricardo
Thomas Malthus
John Stuart Mill
Jeremy Bentham
Thomas Hobbes
John Locke
David Hume
Edmund Burke
Thomas Paine
Mary Wollstonecraft
William Godwin
Percy Bysshe Shelley
Robert Owen
Feargus O'Connor
Ernest Jones
George Julian Harney
Bronterre O'Brien
William Cobbett
Richard Cobden
John Bright
Robert Peel
Benjamin Disraeli
William Gladstone
Joseph Chamberlain
Austen Chamberlain
Neville Chamberlain
Herbert Asquith
David Lloyd George
Winston Churchill
Stanley Baldwin
Anthony Eden
Samuel Hoare
John Simon
Edward Grey
Ramsay MacDonald | Macdonald
Arthur Henderson
Philip Snowden
George Lansbury
Clement Attlee
Stafford Cripps
Ernest Bevin
Herbert Morrison
Aneurin Bevan
Walter Citrine
Harry Pollitt
Palme Dutt
William Gallacher
Tom Mann
James Maxton
Fenner Brockway
Oswald Mosley
Keir Hardie
Henry Hyndman
William Morris
Eleanor Marx
Edward Aveling
Sidney Webb
Beatrice Webb
Bernard Shaw
Herbert George Wells
Bertrand Russell
Charles Trevelyan
John Maynard Keynes
Harold Laski
Max Shachtman
James Cannon
Martin Abern
James Burnham
Hugo Oehler
Albert Weisbord
Jay Lovestone
William Foster
Earl Browder
Eugene Debs
Daniel De Leon
Bill Haywood
Emma Goldman
Alexander Berkman
John Reed
Max Eastman
Walter Duranty
Louis Fischer
Eugene Lyons
William Henry Chamberlin | Chamberlain
Upton Sinclair
Sinclair Lewis
John Dewey
Franklin Roosevelt
Woodrow Wilson
Herbert Hoover
Abraham Lincoln
Thomas Jefferson
Alexander Hamilton
James Madison
George Washington
Benjamin Franklin
John Brown
Frederick Douglass
Booker Washington
William Du Bois | DuBois
Marcus Garvey
Toussaint Louverture | L'Ouverture
Jean-Jacques Dessalines
Henri Christophe
Cyril Lionel Robert James
George Padmore
Jomo Kenyatta
Aimé Césaire
Frantz Fanon
Leopold Senghor | Léopold Senghor
Kwame Nkrumah
Patrice Lumumba
Nelson Mandela
Mohandas Gandhi | Ghandi
Jawaharlal Nehru
Manabendra Nath Roy
Sun Yat-sen | Sun Yatsen
Chiang Kai-shek | Tchang Kaï-chek
Chen Duxiu | Chen Tu-hsiu | Tchen Dou-siou
Mao Tse-tung | Mao Zedong
Chou En-lai | Zhou Enlai
Ho Chi Minh | Hô Chi Minh
Ta Thu Thau
Michael Borodin | Borodine
James Connolly
James Larkin
Patrick Pearse
Charles Stewart Parnell
Daniel O'Connell
Emiliano Zapata
Pancho Villa
Lázaro Cárdenas | Cardenas
Diego Rivera
Simón Bolívar | Bolivar
José Martí
Fidel Castro
Ernesto Guevara
Salvador Allende
Eleftherios Venizelos | Vénizelos
Ante Pavelić | Pavelitch
Ion Antonescu
Miklós Horthy
Lajos Kossuth
Józef Piłsudski | Pilsudski
Tadeusz Kościuszko | Kosciuszko
Tomáš Masaryk | Masaryk
Edvard Beneš | Benes
Engelbert Dollfuss | Dollfuß
Kurt Schuschnigg
Haile Selassie | Hailé Sélassié
Émile Vandervelde | Emile Vandervelde
Henri de Man
Camille Huysmans
Henk Sneevliet
Herman Gorter
Anton Pannekoek
Ferdinand Domela Nieuwenhuis
Hjalmar Branting
Robert Grimm
Angelica Balabanoff | Balabanova
Fritz Platten
Charles Darwin
Herbert Spencer
Thomas Huxley
Ernst Haeckel
Lewis Henry Morgan
Sigmund Freud
Albert Einstein
Isaac Newton
Galileo Galilei | Galilée
Nicolaus Copernicus | Copernic
Wilhelm Wundt
Max Weber
Werner Sombart
Émile Durkheim
Vilfredo Pareto
Walter Benjamin
Theodor Adorno
Max Horkheimer
Herbert Marcuse
Jean-Paul Sartre
Simone de Beauvoir
Albert Camus
Simone Weil
Daniel Guérin
Louis Althusser
Niccolò Machiavelli | Machiavel
Julius Caesar | César
Marcus Aurelius
Tiberius Gracchus
Spartacus
Thomas Münzer | Müntzer | Munzer
Martin Luther
John Calvin | Calvin
Ulrich Zwingli
Oliver Cromwell
John Lilburne
Gerrard Winstanley
Maximilian Rubel | Maximilien Rubel
`;

const PLACES = `
Petrograd | Pétrograd
St. Petersburg | Saint-Pétersbourg | Petersburg
Leningrad | Léningrad
Moscow | Moscou
Kronstadt | Cronstadt
Tsaritsyn | Tsaritsine
Rostov | Rostoff
Novorossiysk | Novorossisk
Ekaterinburg | Yekaterinburg
Nizhni-Novgorod | Nijni-Novgorod
Kharkov | Kharkiv
Kiev | Kyiv
Odessa
Sebastopol | Sevastopol
Tiflis | Tbilisi
Baku | Bakou
Vladivostok
Brest-Litovsk
Warsaw | Varsovie
Cracow | Kraków | Cracovie
Lemberg | Lwow | Lviv
Königsberg | Koenigsberg
Danzig | Gdansk | Dantzig
Zimmerwald
Kienthal | Kiental
Zurich | Zürich
Versailles
Rambouillet
Montmartre
Belleville
Ménilmontant
Satory
Père-Lachaise
Saint-Antoine
Roubaix
Saint-Étienne | Saint-Etienne
Limoges
Marseille | Marseilles
Clermont-Ferrand
Nouméa | Noumea
Nouvelle-Calédonie
Strasbourg | Strasburg
Alsace-Lorraine
Catalonia | Catalogne | Cataluña
Barcelona | Barcelone
Madrid
Saragossa | Zaragoza | Saragosse
Guadalajara
Guernica
Asturias | Asturies
Andalusia | Andalousie
Abyssinia | Abyssinie
Manchuria | Mandchourie
Shanghai | Shanghaï | Changhaï
Canton | Guangzhou
Nanking | Nankin
Saigon | Saïgon
Hanoi | Hanoï
Indo-China | Indochina | Indochine
San Domingo | Saint-Domingue | Santo Domingo
Guadeloupe
Martinique
Trinidad
Czechoslovakia | Tchécoslovaquie
Yugoslavia | Jugoslavia | Yougoslavie
Sarajevo | Serajevo
Belgrade
Salonika | Salonica | Salonique
Constantinople
Manchester
Birmingham
Edinburgh
Glasgow
Liverpool
Westminster
Peterloo
Philadelphia
Massachusetts
Pennsylvania | Pensylvania
Chicago
Minneapolis
Coyoacán | Coyoacan
`;

const BODIES_AND_PAPERS = `
Bolshevik | Bolshevist | Bolsheviki | Bolsheviks | Bolchevik | bolcheviks
Menshevik | Menshevist | Mensheviki | Mensheviks | Menchevik
Comintern | Komintern
Cominform
Politburo | Politbureau
Sovnarkom
Cheka | Tcheka
Komsomol
Kuomintang | Guomindang
Stakhanov | Stakhanovite | Stakhanovist
Soviet
Sovkhoz | Kolkhoz | Kolkhoze
Pravda
Izvestia | Izvestiya | Izvestiia | Izviestia
Iskra
Vorwärts | Vorwaerts
Humanité
Populaire
Libertaire
Vérité
Neue Rheinische Zeitung
Neue Zeit
Manchester Guardian
Daily Herald
Daily Worker
New Statesman
Internationale
Spartakus | Spartacist | Spartakist
Narodnik | Narodniki | Narodnaya Volya
Chartist | Chartism
Girondin | Girondist | Girondins
Jacobin | Jacobins
Montagnard | Montagnards
Thermidor | Thermidorian | Thermidorien
Brumaire
Vendémiaire
Fructidor
Germinal
Prairial
Floréal
Messidor
Nivôse
Pluviôse
Ventôse
Frimaire
Cavaignac
Octobrist | Octobrists
Blanquist | Blanquiste
Proudhonist | Proudhonien
Lassallean | Lassallien
Reichstag
Reichswehr
Landtag
Bundestag
Duma | Douma
Cortes | Cortès
`;

export const NAMES: readonly Name[] = [PEOPLE, PLACES, BODIES_AND_PAPERS].flatMap((list) =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...variants] = line.split('|').map((part) => part.trim());
      return { name, variants };
    }),
);
