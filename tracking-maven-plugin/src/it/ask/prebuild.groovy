import io.modeltracking.run.TrackingRoot
import io.modeltracking.store.RunFixture

// Journals as an experiment writes them, with ids that the goals can name.
def root = TrackingRoot.find(basedir.toPath(), basedir.path)
RunFixture.run(root, 1).param('max_depth', 3).metric('test.rmse', 0.61).metric('test.gini', 0.25d).finished()
RunFixture.run(root, 2).startedAt(RunFixture.START.plusSeconds(60)).param('max_depth', 5).metric('test.rmse', 0.48).finished()
true
