/// The program's borders: `main`, the command line, the files it reads and writes, and the wiring
/// of everything else.
package lab.tinynet.app;
