package lab.tinynet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The program keeps to the arrows of the design, and each of the rules that say so can fail.
class ArchitectureTest {
  private static final String ROOT = "lab.tinynet";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static final String WRONG_ROOT = "lab.tinynet.architecture.wrong";
  private static final JavaClasses WRONG_PROGRAM =
      new ClassFileImporter().importPackages(WRONG_ROOT);

  private static Stream<ArchRule> rules(Architecture architecture) {
    return Stream.concat(
        Architecture.packages().stream().map(architecture::arrowsOf),
        Stream.of(
            architecture.noCycles(),
            architecture.onlyTheEngineSaysNd4j(),
            architecture.onlyChartUiAndAppSayJavaFx(),
            architecture.theCatalogueIsFreeOfJavaFx(),
            architecture.oneClassHandsWorkToTheFxThread(),
            architecture.noHiddenRandomness()));
  }

  @TestFactory
  Stream<DynamicTest> theProgramKeepsTheRule() {
    return rules(new Architecture(ROOT))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
  }

  @TestFactory
  Stream<DynamicTest> theRuleCanFail() {
    return rules(new Architecture(WRONG_ROOT))
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getDescription(),
                    () -> assertThat(rule.evaluate(WRONG_PROGRAM).hasViolation()).isTrue()));
  }

  @Test
  void everyWayToHiddenRandomnessIsSeen() {
    String found =
        new Architecture(WRONG_ROOT)
            .noHiddenRandomness()
            .evaluate(WRONG_PROGRAM)
            .getFailureReport()
            .toString();
    assertThat(found)
        .contains("Math.random()", "StrictMath.random()", "Random.<init>()", "Random.<init>(long)")
        .contains("ThreadLocalRandom.current()", "SplittableRandom.<init>()");
  }

  @Test
  void aReferenceToRunLaterCountsAsACall() {
    assertThat(
            new Architecture(WRONG_ROOT)
                .oneClassHandsWorkToTheFxThread()
                .evaluate(WRONG_PROGRAM)
                .getFailureReport()
                .getDetails())
        .hasSize(2);
  }

  @Test
  void thereIsNoPackageThatTheDesignDoesNotKnow() {
    Set<String> present =
        PROGRAM.getPackage(ROOT).getSubpackages().stream()
            .map(JavaPackage::getRelativeName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(Architecture.packages());
    known.add("app");
    assertThat(known).containsAll(present);
  }
}
