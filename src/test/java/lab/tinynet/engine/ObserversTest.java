package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Observers that throw, sleep and leave: the run goes on, and each is reported once.
class ObserversTest {
  private static final Experiment CIRCLE =
      TinyNetworks.of(
              new DataSpec.Generated(DataSpec.Shape.CIRCLE, 60, 0.1, 0.3),
              new Optimizer.Sgd(0.05),
              TinyNetworks.dense(4, Kind.RELU),
              TinyNetworks.dense(1, Kind.TANH))
          .withBatch(new BatchSize(8));

  private final Logger logger = Logger.getLogger(Observers.class.getName());
  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
  private final Handler collector =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          reports.add(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final Session session = new EngineSessions().open(CIRCLE);
  private final Watch watch = new Watch(session);

  @BeforeEach
  void listen() {
    logger.addHandler(collector);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    watch.close();
    session.close();
    logger.removeHandler(collector);
    logger.setUseParentHandlers(true);
  }

  @Test
  void oneThatThrowsIsReportedOnceAndToldNoMore() throws Exception {
    watch.untilOpen();
    var calls = new AtomicInteger();
    session.observe(
        () -> {
          calls.incrementAndGet();
          throw new AssertionError("on purpose");
        });
    for (int i = 1; i <= 20; i++) {
      stepTo(i);
    }
    watch.until(_ -> !reports.isEmpty());
    stepTo(40);
    assertThat(calls).hasValue(1);
    assertThat(reports).hasSize(1).first().asString().contains("failed", "on purpose");
    assertThat(session.state().problem()).isEmpty();
  }

  @Test
  void aSlowOneHoldsUpNeitherTheRunNorTheOthersAndIsReportedOnce() throws Exception {
    watch.untilOpen();
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var seen = new ArrayList<Long>();
    var done = new CountDownLatch(2);
    session.observe(
        () -> {
          entered.countDown();
          await(release);
          seen.add(session.state().step());
          done.countDown();
        });
    var others = new AtomicInteger();
    session.observe(others::incrementAndGet);
    stepTo(1);
    assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
    long start = System.nanoTime();
    long step = 1;
    // As long as it takes to be called slow, and then some more often than it should be reported.
    while (System.nanoTime() - start < 1_200_000_000L || reports.isEmpty()) {
      step++;
      stepTo(step);
    }
    for (int i = 0; i < 50; i++) {
      step++;
      stepTo(step);
    }
    assertThat(step).isGreaterThan(100);
    assertThat(others.get()).isGreaterThan(50);
    release.countDown();
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    // It was told once more for all that it had missed.
    assertThat(seen).hasSize(2).last().isEqualTo(step);
    assertThat(reports).hasSize(1).first().asString().contains("takes its time");
  }

  @Test
  void oneThatHasLeftIsNotToldAgain() throws Exception {
    watch.untilOpen();
    var calls = new AtomicInteger();
    AutoCloseable subscription = session.observe(calls::incrementAndGet);
    stepTo(1);
    watch.until(_ -> calls.get() > 0);
    subscription.close();
    // A call that had begun by then may have to end yet.
    int before = calls.get();
    for (int i = 2; i < 30; i++) {
      stepTo(i);
    }
    assertThat(calls.get()).isBetween(before, before + 1);
    assertThat(reports).isEmpty();
  }

  @Test
  void anObserverMayCloseTheSession() throws Exception {
    watch.untilOpen();
    var closed = new CountDownLatch(1);
    session.observe(
        () -> {
          session.close();
          closed.countDown();
        });
    session.submit(new Command.Step(1));
    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private RunState stepTo(long step) throws InterruptedException {
    session.submit(new Command.Step(step - session.state().step()));
    return watch.until(state -> state.step() == step);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
