package dev.sigmoid;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * Arrows point down: web → format, plot → service → math, grid; and each room knows no
 * more of the world than it needs.
 */
class ArchitectureTests {

	/**
	 * All but the tests, and what Spring has generated if the jar was made for the image.
	 */
	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("__"))
		.importPackages("dev.sigmoid");

	@ParameterizedTest(name = "{0} depends on nothing but {1}")
	@CsvSource(delimiter = '|', textBlock = """
			math    | java.lang java.math
			grid    | java..
			service | java.. dev.sigmoid.math dev.sigmoid.grid
			format  | java.. dev.sigmoid.grid dev.sigmoid.service org.apache.arrow.flatbuf com.google.flatbuffers
			plot    | java.. dev.sigmoid.grid dev.sigmoid.service com.github.weisj.jsvg..
			""")
	void roomDependsOnNothingBut(String room, String allowed) {
		String own = "dev.sigmoid." + room;
		String[] packages = (own + ".. java.lang.. org.jspecify.. " + allowed).split(" ", -1);
		classes().that()
			.resideInAPackage(own + "..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(packages)
			.check(MAIN);
	}

	@ParameterizedTest(name = "{0} is not known to other rooms")
	@CsvSource("web")
	void onlyItselfDependsOn(String room) {
		String own = "dev.sigmoid." + room;
		classes().that().resideInAPackage(own + "..").should().onlyBeAccessed().byAnyPackage(own + "..").check(MAIN);
	}

}
