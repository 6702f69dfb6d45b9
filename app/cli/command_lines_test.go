package cli

// commandLines are the command lines, with their words as a shell reads them, and the names of their golden files. Of some
// there are several, with semicolons between. The lists of the whole catalogues are not among them: one more entry there
// changes no other file.
var commandLines = []struct{ name, lines string }{
	{"race-default", "race -steps 25"},
	{"race-files", "race -surface two_wells -param ridge=3 -turn 30 -stretch 1 -view -2,2,-2,2 -start -1.2,1 -steps 12" +
		" -racer 'adam lr=0.06' -racer newton -o r.csv -o r.json -o r.png"},
	{"race-report", "race -surface two_wells -steps 150 -racer 'sgd lr=0.05' -racer 'momentum lr=0.05' -racer 'adam lr=0.3'" +
		" -racer 'sgd lr=0.4' -o r.md; race 'x^2-y^2+y^4/4' -start -2,0.02 -steps 120 -racer 'sgd lr=0.05'" +
		" -racer 'sgd lr=0.05 maximize=true' -o r.md; race edge_quartic -racer 'sgd lr=0.1' -steps 300 -noise 0 -o r.md;" +
		" race -formula 'log(x)+y^2' -start -1,0 -steps 20 -racer 'sgd lr=0.1' -o r.md"},
	{"race-schedules", "race -surface himmelblau -steps 8 -noise 0.5 -seed 11 -racer 'adam lr=0.1 schedule=cosine'" +
		" -racer 'sgd lr=0.01 momentum=0.9 nesterov=true schedule=warmup_cosine clip_norm=5'" +
		" -racer 'rmsprop schedule=onecycle lookahead_k=3' -racer 'lion grad_noise=0.1' -o -;" +
		" race sphere -steps 3 -racer 'adam lr=0.1 LambdaLR(opt, lambda t: 1 if t < 2 else 0.1)' -o -;" +
		" race sphere -racer 'sgd schedule=lambda lr_lambda=1/t' -o -; race sphere -racer 'sgd schedule=lambda lr_lambda=t+' -o -;" +
		" race sphere -steps 4 -racer 'sgd schedule=sequential schedulers=[linear(total_iters=2),cosine] milestones=2' -o -;" +
		" race sphere -racer 'sgd schedule=sequential schedulers=[linear,cosine] milestones=5,2' -o -"},
	{"race-changes", "race -steps 60 -racer 'momentum lr=0.008 momentum=0.9 @12 momentum=0.5'" +
		" -racer 'sgd lr=0.01 @20 adam lr=0.06' -racer 'sgd lr=0.01 @5 @9 lr=10 @12 lr=0.1' -o r.md -o r.png;" +
		" race -steps 4 -racer 'sgd lr=0.01 @2 adam lr=0.1' -o - -o r.csv; race forked.json; race forked.json -steps 6"},
	{"bad-changes", "race -racer '@12 adam'; race -racer 'adam @0 lr=1'; race -racer 'adam @-3 lr=1'; race -racer 'adam @9 @5';" +
		" race -racer 'adam @5 @5'; race -racer 'adam @1.5'; race -racer 'adam @99999999999999999999'; race -racer 'adam @3 lr=-1';" +
		" race -racer 'adam @3 momentun=1'; race -racer 'adam @3 adem'; race -steps 12 -racer 'adam @12 lr=1';" +
		" basins -racer 'adam @3 lr=1'; race -racer 'adam @3 maximize=true'"},
	{"race-series", "race himmelblau -steps 3 -racer 'sgd lr=0.01' -racer 'adam lr=0.1 @2 sgd lr=0.01' -with all -o s.csv" +
		" -o - -o s.tsv;" +
		" race himmelblau -steps 2 -racer 'adam lr=0.1' -with 'sharpness, memory exp_avg' -o s.csv;" +
		" race sphere -racer sgd -with 'memory exp_avg' -o s.csv; race sphere -racer sgd -steps 200000 -with distance -o s.csv"},
	{"tables-behind", "basins himmelblau -racer 'sgd lr=0.01' -size 12 -o b.tsv;" +
		" bench -instances 1 -budget 30 -racer 'sgd lr=0.01' -racer 'adam lr=0.1' -o c.tsv"},
	{"race-diverging", "race -surface rosenbrock -steps 40 -racer 'sgd lr=1' -racer lbfgs -racer nelder_mead -o - -o d.csv;" +
		" race -surface rosenbrock -steps 40 -racer 'sgd lr=1' -racer lbfgs -racer nelder_mead"},
	{"race-outside", "race -formula 'log(x)+y^2' -start -1,0 -steps 20 -racer 'sgd lr=0.1';" +
		" race 'x^2-y^2' -start 0.1,0.2 -steps 60 -racer 'sgd lr=0.1'"},
	{"race-leaves-domain", "race -formula 'log(x)+y^2' -start 1,1 -steps 20 -racer 'sgd lr=0.1' -racer adam -o d.csv -o d.png"},
	{"race-batches", "race -surface o_rings -batch 6 -noise 0.1 -seed 3 -steps 30"},
	{"race-own-data", "race -formula '(x*u + y - t)^2' -data heights.csv -batch 2 -steps 3 -racer 'sgd lr=1e-5' -o -"},
	{"race-learning", "race learning.json; race learning.json -data heights.csv -batch 3 -o -"},
	{"race-experiment", "race own.json -o e.json -o e.png"},
	{"race-experiment-flags", "race own.json -steps 6 -seed 9 -noise 0 -view -3,3,-2,2 -start 1,1 -racer 'adam lr=0.1'"},
	{"race-crowded", "race -surface rastrigin -view -40,40,-40,40 -steps 10 -racer adam"},

	{"notation", `at -formula '2x² + |y|' 1,-2; at -formula 'def f(x, y): return (1-x)**2 + 100*(y-x**2)**2' 1,2;` +
		` at -formula '\frac{x^2}{4} + \sin(y)' 2,0; at -formula 'a x^2 + b*y^2' -param a=3 1,1;` +
		` at -formula 'rate*x + y' -param rate=2 1,1; race -formula 'k x1² + x2²' -param k=2 -start 1,1 -steps 3 -racer sgd;` +
		` critical -formula 'f(u,v) = u^2 - v^2' -json; at '1,5*x' 2,0; at π 1,1; at 'sin²x + y' 0,1`},
	{"bad-notation", `at -formula '1/2x' 1,2; at -formula 'sin x^2' 1,2; at -formula 'x^2+y^2=1' 1,2; at -formula '1,000*x' 1,2;` +
		` at -formula 'sine(x) + qqq*(y' 1,2; at -formula 'a + b + c' 1,2; at -formula 'x^2' -param a=1 1,2`},

	{"basins", "basins -surface himmelblau -racer 'sgd lr=0.01' -racer 'adam lr=0.1' -size 16 -steps 60"},
	{"basins-files", "basins -surface himmelblau -turn 10 -racer 'sgd lr=0.01' -racer 'adam lr=0.1' -size 8 -steps 60" +
		" -o b.png -o b.csv -o b.json"},
	{"basins-experiment", "basins own.json -size 10 -steps 30 -o -"},
	{"basins-crowded", "basins -surface rastrigin -view -40,40,-40,40 -racer adam -size 6 -steps 10"},

	{"plane-files", "plane -surface ravine -racer momentum -x lr:0.01..1:log -y momentum:0..0.8 -size 8 -steps 30" +
		" -o p.png -o p.csv -o p.json"},
	{"plane-noise", "plane -surface peaks -racer momentum -racer adam -x lr:0.01..1:log -y noise:0..2 -size 12 -steps 30"},
	{"plane-batch", "plane -surface boiling_point -racer 'sgd lr=0.1' -x lr:0.01..2:log -y batch:1..17:log" +
		" -size 6 -steps 20 -o - -o p.csv"},

	{"bad-looks", "race -size 0x0 -o r.png; race -size -5x9 -o r.png; race -size 640 -o r.png; race -size 9999999x4 -o r.png; " +
		"race -size 8.5x6mm -o r.pdf; " +
		"race -size 9000x9000 -scale 4 -o r.png; race -scale 0 -o r.svg; race -scale nan -o r.svg; race -scale 100 -o r.svg; " +
		"race -theme blue -o r.pdf; race -theme dark; race -size 640x640 -o r.csv; race -transparent -o -; " +
		"curve -scale -1 -o c.png; census -size 3x3 -o c.svg; trainings -theme '' -o t.png; bench -racer adam -scale x -o b.png"},
	{"race-views", "race -steps 12 -mode side -scale 1 -o s.png; race -steps 12 -mode charts -scale 1 -o c.png; " +
		"race -steps 12 -mode rates -scale 1 -o r.png; race -steps 12 -mode step -of 4 -at 3 -theme dark -scale 1 -o x.png; " +
		"swarm -racer 'sgd lr=0.01' -racer adam -steps 10 -runs 20 -scale 1 -o w.png; " +
		"tune -racer sgd -racer adam -steps 20 -budget 200 -starts 5 -scale 1 -o f.png"},
	{"bad-views", "race -mode side; race -mode step -o x.csv; race -mode step -of 9 -o x.png; race -mode step -of 0 -o x.png; " +
		"race -mode step -at 140 -o x.png; race -mode aside -o x.png; race -mode charts -steps 200000 -o x.svg; " +
		"race -steps 3 -frames 0 -o x.gif; race -steps 3 -frames 9999 -o x.gif; race -steps 3 -fps 51 -o x.apng; " +
		"race -steps 3 -frames 5 -o x.png; race -steps 200000 -o x.gif"},
	{"looks", "race -steps 5 -size 320x300 -scale 2 -theme dark -transparent -o r.png; curve -steps 3 -theme dark -o c.png; " +
		"census -n 1..2 -count 50 -size 300x700 -o c.png; race -steps 5 -size 8.5x6cm -o r.pdf"},

	{"census", "census -n 1..5 -count 300; census -n 7 -count 1e3 -seed 5; census -n 2..3 -count 100 -o -"},
	{"census-files", "census -n 1..4 -count 200 -seed 2 -o c.csv -o c.png -o c.json -o c.tsv"},
	{"version", "version -h"},
	{"bad-version", "version x; version -o"},
	{"licences", "licences -h"},
	{"bad-licences", "licences all; licences -name"},
	{"bad-census", "census -n 0; census -n 5..2; census -n 1..25; census -n few; census -count 0; census -n 3 -count 1.5;" +
		" census -seed -1; census -dims 3; census peaks; census -o c.bmp"},
	{"bench", "bench -racer 'adam lr=0.2' -racer 'sgd lr=0.01' -instances 2 -budget 40 -o b.csv -o b.json -o b.svg"},
	{"bench-experiment", "bench wider-limit -instances 1 -budget 20; bench wider-limit -racer adam -suite catalogue -instances 1 " +
		"-budget 1"},
	{"bench-table", "bench -suite catalogue -racer 'adam lr=0.2' -instances 1 -budget 30 -tuning 3"},
	{"bad-benches", "bench; bench -suite bob -racer adam; bench -racer adam -budget 0; bench -racer adam -tuning 5000; " +
		"bench -racer adam -instances x; bench -racer adam -o b.bmp; bench nowhere.json; bench a.json b.json; " +
		"bench -racer adam -suite=; bench -racer adam -o nowhere/b.csv; bench -racer adam -suite /dev/null"},
	{"trainings", "trainings -hidden 2,3 -runs 6 -steps 60; trainings -hidden 4 -runs 5 -steps 40 -racer lbfgs -within 50 -seed 3;" +
		" trainings -hidden 2 -runs 3 -steps 20 -racer 'sgd lr=1e6'; trainings -hidden 2 -runs 3 -steps 20 -o -"},
	{"trainings-files", "trainings -hidden 3,5 -runs 8 -steps 80 -o t.csv -o t.png -o t.json -o t.tsv"},
	{"bad-trainings", "trainings -hidden 0; trainings -hidden 2,2; trainings -hidden two; trainings -hidden 1,2,3,4,5,6,7;" +
		" trainings -runs 0;" +
		" trainings -steps 0; trainings -racer newton; trainings -racer 'adem lr=1'; trainings -within 0; trainings peaks;" +
		" trainings -lr 1; trainings -o t.bmp"},

	{"tune", "tune -surface six_hump_camel -racer sgd -racer momentum -steps 40 -budget 2000 -starts 12"},
	{"tune-json", "tune -surface six_hump_camel -racer sgd -racer momentum -racer adam -knobs lr,momentum -tune-starts 3" +
		" -noise 0.3 -seeds 2 -steps 40 -budget 3000 -starts 6 -o t.json -o - -o t.tsv"},
	{"tune-painted", "tune painted-swarm.json -from painted -steps 20 -budget 1000 -starts 6"},
	{"tune-experiment", "tune own.json; tune own.json -knobs momentum -seeds 1"},

	{"swarm-saddle", "swarm -surface double_well -start 0,0.01 -radius 0.05 -racer 'sgd lr=0.1' -steps 60 -runs 40 -o -;" +
		" swarm -surface double_well -start 0,0.01 -radius 0.05 -racer 'sgd lr=0.1' -steps 60 -runs 40"},
	{"swarm-files", "swarm -surface himmelblau -from ring -radius 0.5 -racer 'sgd lr=0.01' -racer 'adam lr=0.1' -noise 0.2" +
		" -runs 8 -steps 10 -o s.csv -o s.json -o s.tsv"},
	{"swarm-painted", "swarm painted-swarm.json -runs 50 -o -; swarm painted-swarm.json -runs 50 -steps 10"},
	{"swarm-leaves-domain", "swarm -formula 'log(x)+y^2' -from grid -racer 'sgd lr=0.1' -start 1,1 -steps 20 -runs 10;" +
		" swarm -formula 'log(x)+y^2' -racer 'sgd lr=0.1' -start 1,1 -steps 50 -runs 5"},

	{"surfaces-one", "surfaces two_wells -param ridge=3 -turn 30 -stretch 1 -view -2,2,-2,2; surfaces sombrero;" +
		" surfaces cusp -param a=1 -json"},
	{"surfaces-learning", "surfaces linear_regression; surfaces boiling_point -param normalise=0 -json;" +
		" surfaces linear_regression -half; at linear_regression -half 1,1; surfaces logistic -weights u,intercept;" +
		" race logistic -weights v,intercept -steps 20 -racer newton; at sphere -half 1,1;" +
		" critical sphere -weights u,v; surfaces logistic -weights u; at linear_regression -half=maybe 1,1"},
	{"optimizers-one", "optimizers sgd; optimizers lion; optimizers bfgs"},
	{"optimizers-two", "optimizers newton; optimizers momentum"},
	{"at", "at -surface rosenbrock -turn 20 -stretch 2 0.5,0.25; at -formula 'log(x)' -1,0 -json"},
	{"at-sampled-data", "at -formula '(x*u + y - t)^2' -data many.csv 1,1"},
	{"critical", "critical -surface linear_regression -data heights.csv; critical -surface himmelblau; critical -formula 7"},
	{"critical-crowded", "critical -surface rastrigin -view -40,40,-40,40"},
	{"critical-kinks", "critical -formula '(x-2)^2+(y-0.2)^2+abs(x)+abs(y)'; critical -formula 'abs(x+y)'; " +
		"critical -formula 'x^2*y^2*(1-x^2-y^2)' -view -2,2,-2,2; critical -formula 'abs(x)+abs(y)' -json"},
	{"critical-flat", "critical 'x^4+y^4'; critical '(x^2-2)^4+y^4'; critical 'x^3-3*x*y^2';" +
		" saddles 'x^3-3*x*y^2'; critical 'x^3+y^2'; critical '-(x^4+y^2)' -json; race 'x^4+y^4' -racer 'sgd lr=0.05' -steps 5000"},
	{"critical-json", "critical -formula '(1-x*y)^2' -view -2,2,-2,2 -json; critical -surface cliff -turn 20 -json"},
	{"saddles", "saddles -surface peaks; saddles -surface sphere"},
	{"saddles-json", "saddles -surface double_well -turn 45 -json"},
	{"without-flags", "race 'x^2+y^2' -steps 10; critical 'x^2+y^2'; at 'x^2+y^2' 1,1;" +
		" at sphere x=1 y=2; saddles 'x^2 - y^2' -json;" +
		" race himmelblau -steps 5 -racer 'adam(lr=0.1)' -racer 'torch.optim.SGD(params, lr=0.01, momentum=0.9, nesterov=True)" +
		" StepLR(step_size=3, gamma=0.1)'; race own.json -steps 5; swarm -- -x^2-y^2 -steps 3"},
	{"bounds", "race 'x + y^2' -bounds -2,inf,0.5,1.5 -start 3,-4 -steps 30 -racer 'sgd lr=0.5' -racer 'adam lr=0.3' -racer lbfgs;" +
		" race rosenbrock -bounds '-1, 0.5, -inf, 0.9' -steps 3 -racer 'sgd lr=0.001 momentum=0.9' -o -;" +
		" race rosenbrock -bounds none -steps 3 -racer sgd;" +
		" basins himmelblau -bounds 0,inf,0,np.inf -racer 'sgd lr=0.01' -size 8 -steps 60;" +
		" plane rosenbrock -bounds -1,0.5,-1,0.9 -racer momentum -x lr:1e-4..0.01:log -y momentum:0..0.9 -size 4 -steps 30;" +
		" swarm himmelblau -bounds -1,2,-inf,inf -racer adam -runs 20 -steps 30;" +
		" tune himmelblau -bounds 0,2,0,2 -racer sgd -steps 20 -budget 500 -starts 4"},
	{"bad-bounds", "race sphere -bounds 1,1,0,1; race sphere -bounds 0,1,2,-2; race sphere -bounds inf,-inf,0,1;" +
		" race sphere -bounds 0,1,0; race sphere -bounds nan,1,0,1; race sphere -bounds 0,1,0,wide;" +
		" basins sphere -bounds -inf,-inf,0,1"},
	{"race-maximize", "race peaks -steps 60 -maximize -racer 'sgd lr=0.01' -racer 'adam lr=0.1'; race peaks -steps 20" +
		" -racer 'torch.optim.SGD(params, lr=0.01, maximize=True)' -racer 'sgd lr=0.01' -o c.csv"},
	{"curve", "curve -formula '0.15*(w-4)^2+0.5' -start -3 -steps 20 -racer 'sgd lr=6'; curve; curve two_wells -steps 4" +
		" -racer 'sgd lr=1.5' -racer 'adam lr=0.1' -racer newton; curve '|w|' -steps 3; curve 'L(w) = w²' -start 1,5 -steps 2"},
	{"curve-files", "curve -steps 3 -racer 'sgd lr=7' -racer newton -o c.csv -o c.json -o c.png;" +
		" curve noisy -steps 2 -seed 5 -o -; curve 'log(w)' -start 1 -racer 'sgd lr=3' -steps 4 -o l.csv"},
	{"curve-overflow", "curve -racer 'sgd lr=7' -steps 7430 -o c.csv; curve -formula 'w^4' -start 10 -racer 'sgd lr=1' -steps 12"},
	{"bad-curves", "curve 'a*w^2'; curve bowel; curve ''; curve -formula ''; curve 'w*('; curve 'x+w'; curve -start inf;" +
		" curve -steps 0; curve -steps 20001; curve -racer 'sgd lr=-1'; curve -racer sgdd; curve own.json; curve none.json;" +
		" curve bowl cliff; curve -o c.bmp; curve -o none/c.csv; curve 'sin w^2'; curve -lr 3"},
	{"experiments", "experiments newton-saddle; race newton-saddle -steps 6; experiments too fast valleys -check;" +
		" experiments untrue.json; race untrue.json -steps 3"},
	{"experiments-json", "experiments newton-saddle -json; experiments too fast valleys -json -tag curvature"},
	{"bad-experiments", "experiments misread.json; race misread.json; experiments newton-sadle;" +
		" experiments -tag saddles; experiments -tag zzzz -json;" +
		" newton-sadle"},
	{"share", "share himmelblau -racer 'adam lr=0.1' -steps 40; share;" +
		" race 'look: descentlab:AQxcHTiIGo2JwRITgAAAAP__' -steps 3"},
	{"share-files", "share own.json -o s.txt -o s.json -o q.svg -o q.png"},
	{"bad-shares", "race descentlab:AQxcHT -o x.csv; race descentlab:AQxcHTiIGo2JwRITgAAAAP_Q; race 'descentlab:' -o x.csv;" +
		" race none.png; basins none.svg -racer sgd; share own.json -o own.json; share -o s.pfd;" +
		" share -racer 'adam lr=-1' -o s.png; curve none.png; curve descentlab:AQxcHTiIGo2JwRITgAAAAP__; share race c"},
	{"schedules-one", "schedules step; schedules OneCycleLR; schedules ReduceLROnPlateau;" +
		" schedules LambdaLR; schedules SequentialLR"},
	{"schedules-json", "schedules cosine -json"},
	{"lesson", "lesson lesson.md -width 40; lesson check the-loop; lesson check lesson.md"},
	{"bad-lessons", "lesson learning-rat; lesson a b; lesson check; lesson none.md; lesson check bad-lesson.md;" +
		" lesson bad-lesson.md; lesson check own.json; lesson -fast; lesson -width 3"},
	{"grade", "grade lesson.md handin-ada.json handin-eve.json handin-other.json handin-cut.json own.json"},
	{"grade-files", "grade lesson.md handin-ada.json handin-eve.json handin-other.json handin-cut.json -o m.csv -o m.json"},
	{"bad-grades", "grade lesson.md; grade none.md handin-ada.json; grade lesson.md none; grade own.json handin-ada.json;" +
		" grade lesson.md handin-ada.json -o none/m.csv; grade lesson.md handin-ada.json -o m.png"},
	{"help", "help; race -steps 3 -h; plane --help; none.json -h"},

	{"bad-words", "rase -steps 3; race -strat 1,2; race -o x.csv -start; optimizers adam -jsn"},
	{"bad-subjects", "race data.csv; race rosenbrok; race zzzz; race x^2 + y^2; race sphere peaks; race sphere own.json;" +
		" critical own.json; at sphere; at 1,1; x^2+y^2; schedules cosin; schedules a b; race sphere -racer 'adam(lr=0.1';" +
		" race sphere -racer 'adam(beta=1)'; tune 'x^2+y^2' -start 0,0 -racer adam"},
	{"bad-numbers", "race -steps many -o x.csv; race -steps 1.5; race -steps 99999999999999999999; race -steps 0 -o x.csv;" +
		" race -noise little -o x.csv; race -noise -1 -o x.csv; race -seed -1 -o x.csv; race -start 1 -o x.csv;" +
		" race -view 1,1,0,1 -o x.csv; race -view NaN,1,0,1 -o x.csv; race -param a -o x.csv; race -batch 3 -o x.csv;" +
		" race -surface logistic -batch 101 -o x.csv"},
	{"bad-outputs", "race -o x.csv -o none/x.png; race -o x.csv -o x.bmp; basins -racer adam -o x.csv -o x.bmp;" +
		" plane -racer adam -x lr:0.1..1 -y beta1:0..0.9 -o none/x.csv; swarm -o x.csv -o x.bmp; swarm -o none/x.csv;" +
		" tune -racer adam -o x.json -o x.csv; race own.json -o own.json; race -o lesson.md; curve bowl -o own.json;" +
		" grade lesson.md handin-ada.json -o handin-ada.json"},
	{"bad-surfaces", "race -surface rosenbrok -o x.csv; race -surface peaks -formula x -o x.csv; at -formula 'x^2 +' 1,2;" +
		" at -formula 'sine(x)' 1,2; critical; saddles -surface peaks -stretch 99; critical -formula x -turn NaN;" +
		" surfaces peaks -param a=1; surfaces cusp -param c=1; surfaces -param a=1; surfaces peeks; surfaces peaks cusp"},
	{"bad-racers", "race -racer 'adam bata1=0.1' -o x.csv; swarm -racer adam -racer 'adem lr=1' -o x.csv;" +
		" race -racer 'adam lr=-1' -o x.csv; race -racer 'adam schedule=cosin' -o x.csv; optimizers rmspropp"},
	{"bad-maps", "basins -racer adam -size 0 -o x.csv; plane -racer adam -o x.csv; plane -racer adam -x lr:1..0 -y beta1:0..0.9;" +
		" plane -racer adam -x lr:0.1..1 -y momentum:0..1; plane -racer sgd -x lr:0.1..1 -y batch:1..3"},
	{"bad-tuning", "tune -racer adam -knobs lr,amsgrad -o x.json; tune -racer adam -knobs clip_norm; tune -racer adam -knobs rate;" +
		" tune -budget 0; tune -budget 10 -steps 50; tune -from grid; tune -from painted"},
	{"bad-swarms", "swarm -from disk -o x.csv; swarm -from painted -o x.csv; swarm -runs 0 -o x.csv; swarm -radius -1 -o x.csv"},
	{"bad-points", "at -formula x; at -formula x 1,b; at -formula x 1,Inf; critical -surface peaks 1,2"},
	{"bad-files", "race broken.json -o x.csv; race own.json learning.json; race nothing.json; race -data heights.csv -o x.csv;" +
		" race -surface logistic -data heights.csv -o x.csv; race -surface linear_regression -data nothing.csv -o x.csv"},
	{"unwritten", "tune -surface sphere -racer sgd -steps 5 -budget 100 -starts 3 -o none/x.json"},
}
