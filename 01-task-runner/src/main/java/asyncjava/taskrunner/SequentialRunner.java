package asyncjava.taskrunner;

import java.util.ArrayList;
import java.util.List;

/// One after another on the calling thread: the waits add up.
final class SequentialRunner implements TaskRunner {

    @Override
    public List<Result> run(List<? extends Task> tasks) throws InterruptedException {
        List<Result> results = new ArrayList<>(tasks.size());
        for (Task task : tasks) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                results.add(new Result.Done(task.call()));
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                results.add(new Result.Failed(e));
            }
        }
        return results;
    }
}
